use domain::quiz::{Allowance, May, Quiz as QuizContent, Standing, visible};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    attempts::{self, Summary},
    evidence,
};

use super::{behaviour::Behaves, points, result::state_word, rules::Rules};
use crate::{
    actions::StartAttempt,
    forms::{Form, action},
    frame::{Page, page},
    quiz::standing::{cannot, standing},
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/quizzes/COURSE/QUIZ`: the rules, earlier attempts, and the one button.
#[component]
pub(crate) fn Quiz() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let part = |name| params.get(name).unwrap_or_default();
    let id = format!("{}/{}", part("course"), part("quiz"));
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let quiz = visitor.library.quizzes.get(&id).ok_or(Refusal::NotFound)?;
        let attempts = attempts::list(&visitor.site.store, &learner.person).await?;
        let entries = evidence::of_person(&visitor.site.store, &learner.person).await?;
        let extra = Allowance::of(entries.iter(), &id).time;
        let standing = standing(&visitor.site, quiz, &entries, &attempts, visitor.now);
        let lang = visitor.lang();
        let title = quiz.head.title.get(&lang).to_owned();
        let intro = Some(quiz.intro.get(&lang).to_owned()).filter(|intro| !intro.is_empty());
        let body = view! {
            <PageHead title=title.clone() lead=quiz.summary.as_ref().map(|text| text.get(&lang).to_owned()) />
            <div class="stack">
                <section class="card" aria-labelledby="rules">
                    <h2 class="card-title" id="rules">{t!(visitor.texts, "quiz-rules")}</h2>
                    <Rules quiz=quiz.clone() standing=standing.clone() extra visitor=visitor.clone() />
                    <Behaves quiz=quiz.clone() texts=visitor.texts />
                    {intro.map(|intro| view! { <div class="prose" inner_html=intro></div> })}
                    <p class="muted">{t!(visitor.texts, "quiz-allowed")}</p>
                    <Begin quiz=id.clone() may=standing.may.clone() visitor=visitor.clone() />
                </section>
                <Earlier quiz=quiz.clone() attempts standing visitor=visitor.clone() />
            </div>
        };
        Ok(Page::new(title, body))
    })
}

/// The button, or why there is none.
#[component]
fn Begin(quiz: String, may: May, visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let button = |word: String| {
        view! {
            <Form action={action::<StartAttempt>()} class="actions">
                <input type="hidden" name="quiz" value=quiz.clone() />
                <button class="button">{word}</button>
            </Form>
        }
        .into_any()
    };
    let kind = match may {
        May::Start => return button(t!(texts, "quiz-start")),
        May::Continue(_) => return button(t!(texts, "quiz-continue")),
        May::Passed => "ok",
        May::Pending | May::Wait(_) => "info",
        May::UsedUp | May::Closed => "warn",
    };
    let why = cannot(&visitor, &may);
    view! {
        <div class="notice" data-kind=kind>
            <p>{why}</p>
        </div>
        <div class="actions">
            <a class="button" href="/">{t!(texts, "back-to-today")}</a>
        </div>
    }
    .into_any()
}

#[component]
fn Earlier(quiz: QuizContent, attempts: Vec<Summary>, standing: Standing, visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let score = visible(&quiz, standing.passed, standing.closed).score;
    let own = attempts
        .into_iter()
        .rev()
        .filter(|attempt| attempt.quiz == quiz.head.id);
    let rows: Vec<_> = own
        .map(|attempt| {
            let when = visitor
                .site
                .calendar
                .date_time(attempt.submitted.unwrap_or(attempt.started));
            let points = attempt
                .score
                .filter(|_| score)
                .map(|score| t!(texts, "quiz-score", n = points::score(score, quiz.pass.0).0));
            let word = state_word(attempt.state, attempt.outcome, texts);
            view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=format!("/attempts/{}", attempt.id)>
                            {t!(texts, "quiz-attempt", n = attempt.number)}
                        </a>
                        <span class="row-note">{when}</span>
                    </div>
                    <div class="row-end">{points} " " <span class="chip">{word}</span></div>
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>{t!(texts, "quiz-earlier")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
