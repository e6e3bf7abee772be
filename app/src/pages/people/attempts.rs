use domain::{
    access::Access,
    evidence::Entry,
    quiz::{Allowance, May},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    accounts::Account,
    attempts::{self, State, Summary},
};

use super::powers::{grant_attempt, grant_time, void};
use crate::{
    frame::{Page, page},
    gate_view::extra_time,
    pages::quiz::state_word,
    quiz::standing::standing,
    refusal::Refusal,
    staff::{reach, segment},
    t,
    ui::Empty,
    visitor::Visitor,
};

/// `/people/{login}/quizzes/{course}/{quiz}`: somebody's attempts at a quiz, and what a trainer may do about them.
#[component]
pub(crate) fn Attempts() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let part = |name| params.get(name).unwrap_or_default();
    let (login, id) = (part("login"), format!("{}/{}", part("course"), part("quiz")));
    page(move |visitor: Visitor| async move {
        let account = reach::find(&visitor, &login).await?;
        let store = &visitor.site.store;
        let entries = store::evidence::of_person(store, &account.person).await?;
        let mut own = attempts::list(store, &account.person).await?;
        own.retain(|attempt| attempt.quiz == id);
        let texts = visitor.texts;
        let quiz = visitor.library.quizzes.get(&id);
        if quiz.is_none() && own.is_empty() {
            return Err(Refusal::NotFound);
        }
        let title = quiz.map_or(id.as_str(), |quiz| quiz.head.title.get(&visitor.lang()));
        let back = format!("/people/{}", segment(&account.login));
        let lead = t!(texts, "powers-lead", name = account.shown());
        let acts = visitor.has(Access::Trainer) && !is_self(&visitor, &account);
        let body = view! {
            <header class="page-head">
                <div>
                    <nav class="crumbs" aria-label=t!(texts, "crumbs")>
                        <ol>
                            <li>
                                <a href=back>{account.shown().to_owned()}</a>
                            </li>
                        </ol>
                    </nav>
                    <h1>{title.to_owned()}</h1>
                    <p class="lead">{lead}</p>
                </div>
            </header>
            <div class="columns">
                <div>{list(&visitor, &own, acts)}</div>
                <aside class="aside">{standing_card(&visitor, &account, &id, &own, &entries, acts)}</aside>
            </div>
        };
        Ok(Page::new(title.to_owned(), body))
    })
}

fn is_self(visitor: &Visitor, account: &Account) -> bool {
    let session = visitor.session.as_ref();
    session.is_some_and(|session| session.actor().person == account.person)
}

/// The attempts, the last first.
fn list(visitor: &Visitor, attempts: &[Summary], acts: bool) -> AnyView {
    let texts = visitor.texts;
    if attempts.is_empty() {
        return view! { <Empty title=t!(texts, "powers-none") hint=t!(texts, "powers-none-lead") /> }
            .into_any();
    }
    let rows = attempts.iter().rev().map(|attempt| row(visitor, attempt, acts));
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "quiz-attempts")>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, "quiz-attempts")}</th>
                        <th scope="col">{t!(texts, "powers-began")}</th>
                        <th scope="col" class="num">{t!(texts, "powers-took")}</th>
                        <th scope="col" class="num">{t!(texts, "powers-score")}</th>
                        <th scope="col">{t!(texts, "powers-state")}</th>
                        {acts.then(|| view! { <th scope="col">{t!(texts, "powers-act")}</th> })}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(visitor: &Visitor, attempt: &Summary, acts: bool) -> AnyView {
    let texts = visitor.texts;
    let took = attempt.submitted.map(|end| {
        let seconds = end.seconds_since(attempt.started).max(0);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    });
    let action = acts.then(|| {
        let form = (attempt.state != State::Void).then(|| void(visitor, &attempt.id, attempt.number));
        view! { <td>{form}</td> }
    });
    view! {
        <tr>
            <th scope="row">{t!(texts, "quiz-attempt", n = attempt.number)}</th>
            <td>{visitor.site.calendar.date_time(attempt.started)}</td>
            <td class="num">{took.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="num">
                {attempt.score.map_or_else(|| "–".to_owned(), |score| score.rounded().to_string())}
            </td>
            <td>{state_word(attempt.state, attempt.outcome, texts)}</td>
            {action}
        </tr>
    }
    .into_any()
}

/// What may be done next, what was granted, and the forms to grant more.
fn standing_card(
    visitor: &Visitor,
    account: &Account,
    id: &str,
    own: &[Summary],
    entries: &[Entry],
    acts: bool,
) -> AnyView {
    let texts = visitor.texts;
    let Some(quiz) = visitor.library.quizzes.get(id) else {
        return view! { <p class="muted">{t!(texts, "powers-gone")}</p> }.into_any();
    };
    let standing = standing(&visitor.site, quiz, entries, own, visitor.now);
    let left = match (standing.left, standing.limit) {
        (Some(left), Some(all)) => t!(texts, "quiz-attempts-left", left = left, all = all),
        _ => t!(texts, "quiz-no-limit"),
    };
    let next = match &standing.may {
        May::Start => t!(texts, "powers-may-start"),
        May::Continue(_) => t!(texts, "quiz-open"),
        May::Passed => t!(texts, "quiz-passed"),
        May::Pending => t!(texts, "quiz-pending"),
        May::UsedUp => t!(texts, "powers-used-up"),
        May::Closed => t!(texts, "quiz-cannot-closed"),
        May::Wait(until) => {
            let until = visitor.site.calendar.date_time(*until);
            t!(texts, "powers-wait", until = until)
        }
    };
    let extra = Allowance::of(entries, id).time;
    let may_grant = acts && quiz.attempts.is_some() && !standing.passed;
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "powers-standing")}</h2>
            <dl class="particulars">
                <dt>{t!(texts, "powers-next")}</dt>
                <dd>{next}</dd>
                <dt>{t!(texts, "quiz-attempts")}</dt>
                <dd>{left}</dd>
                <dt>{t!(texts, "powers-time")}</dt>
                <dd>{extra_time(texts, extra)}</dd>
            </dl>
            {visitor
                .has(Access::Trainer)
                .then(|| {
                    let href = format!("/reports/quizzes/{id}/regrade");
                    view! {
                        <p>
                            <a href=href>{t!(texts, "regrade-link")}</a>
                        </p>
                    }
                })}
            {may_grant.then(|| grant_attempt(visitor, account, id))}
            {acts.then(|| grant_time(visitor, account, extra))}
        </section>
    }
    .into_any()
}
