use domain::{
    access::Access,
    evidence::Entry,
    quiz::{Allowance, May},
    score::Milli,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    accounts::Account,
    attempts::{self, State, Summary},
};

use super::powers::{grant_attempt, grant_time, void};
use crate::{
    frame::{Page, crumbs, page},
    gate_view::extra_time,
    pages::quiz::state_word,
    quiz::standing::standing,
    refusal::Refusal,
    staff::{reach, segment},
    t,
    ui::{Column, Empty, PageHead, Row, Table},
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
        let file = format!("/people/{}", segment(&account.login));
        let pass = quiz.map_or(Milli(0), |quiz| quiz.pass.0);
        let back = crumbs(texts, [(&file, account.shown().to_owned())]);
        let lead = t!(texts, "powers-lead", name = account.shown());
        let acts = visitor.has(Access::Trainer) && !is_self(&visitor, &account);
        let body = view! {
            <PageHead title=title.to_owned() crumbs=back lead />
            <div class="columns">
                <div>{list(&visitor, &own, pass, acts)}</div>
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
fn list(visitor: &Visitor, attempts: &[Summary], pass: Milli, acts: bool) -> AnyView {
    let texts = visitor.texts;
    if attempts.is_empty() {
        return view! { <Empty title=t!(texts, "powers-none") hint=t!(texts, "powers-none-lead") /> }
            .into_any();
    }
    let rows = attempts
        .iter()
        .rev()
        .map(|attempt| row(visitor, attempt, pass, acts));
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "quiz-attempts")),
        Column::words(t!(texts, "powers-began")),
        Column::number(t!(texts, "powers-took")),
        Column::number(t!(texts, "powers-score")),
        Column::words(t!(texts, "powers-state")),
    ];
    view! {
        <Table label=t!(texts, "quiz-attempts") columns rows />
    }
    .into_any()
}

fn row(visitor: &Visitor, attempt: &Summary, pass: Milli, acts: bool) -> Row {
    let texts = visitor.texts;
    let took = attempt.submitted.map(|end| {
        let seconds = end.seconds_since(attempt.started).max(0);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    });
    let score = attempt.score.map(|score| score.beside(pass).shown());
    let none = || "–".to_owned();
    let voids = acts && attempt.state != State::Void;
    Row::new([
        t!(texts, "quiz-attempt", n = attempt.number).into_any(),
        visitor.site.calendar.date_time(attempt.started).into_any(),
        took.unwrap_or_else(none).into_any(),
        score.unwrap_or_else(none).into_any(),
        state_word(attempt.state, attempt.outcome, texts).into_any(),
    ])
    .above(voids.then(|| void(visitor, &attempt.id, attempt.number)))
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
        <section class="card stack">
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
