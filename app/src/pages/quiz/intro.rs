use domain::quiz::{Draw, Quiz as QuizContent, visible};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::attempts::{self, State, Summary};

use super::result::outcome_word;
use crate::{
    actions::StartAttempt,
    forms::{Form, action},
    frame::{Page, page},
    quiz::standing::{May, Standing},
    refusal::Refusal,
    t,
    texts::Texts,
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
        let standing = Standing::of(quiz, &attempts, visitor.now);
        let lang = visitor.lang();
        let title = quiz.head.title.get(&lang).to_owned();
        let intro = Some(quiz.intro.get(&lang).to_owned()).filter(|intro| !intro.is_empty());
        let body = view! {
            <PageHead title=title.clone() lead=quiz.summary.as_ref().map(|text| text.get(&lang).to_owned()) />
            <div class="stack">
                <section class="card" aria-labelledby="rules">
                    <h2 class="card-title" id="rules">{t!(visitor.texts, "quiz-rules")}</h2>
                    <Rules quiz=quiz.clone() left=standing.left texts=visitor.texts />
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

#[component]
fn Rules(quiz: QuizContent, left: Option<u32>, texts: Texts) -> AnyView {
    let questions = match &quiz.draw {
        Draw::All => quiz.questions.len(),
        Draw::Count(count) => *count,
        Draw::ByTag(quotas) => quotas.iter().map(|(_, count)| count).sum(),
    };
    let time = match quiz.time {
        Some(seconds) => minutes(texts, seconds),
        None => t!(texts, "quiz-no-limit"),
    };
    let attempts = match (left, quiz.attempts) {
        (Some(left), Some(all)) => t!(texts, "quiz-attempts-left", left = left, all = all),
        _ => t!(texts, "quiz-no-limit"),
    };
    let wait = quiz.wait.map(|wait| {
        view! {
            <dt>{t!(texts, "quiz-wait")}</dt>
            <dd>{minutes(texts, wait)}</dd>
        }
    });
    view! {
        <dl class="particulars">
            <dt>{t!(texts, "quiz-pass")}</dt>
            <dd>{t!(texts, "quiz-score", n = quiz.pass.0.to_string())}</dd>
            <dt>{t!(texts, "quiz-questions")}</dt>
            <dd>{t!(texts, "quiz-question-count", n = questions)}</dd>
            <dt>{t!(texts, "quiz-time")}</dt>
            <dd>{time}</dd>
            <dt>{t!(texts, "quiz-attempts")}</dt>
            <dd>{attempts}</dd>
            {wait}
        </dl>
    }
    .into_any()
}

/// A length of time in the largest unit that fits.
fn minutes(texts: Texts, seconds: u32) -> String {
    match seconds {
        s if s % 86_400 == 0 => t!(texts, "quiz-days", n = s / 86_400),
        s if s % 3600 == 0 => t!(texts, "quiz-hours", n = s / 3600),
        s if s % 60 == 0 => t!(texts, "minutes", n = s / 60),
        s => t!(texts, "quiz-seconds", n = s),
    }
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
    let (kind, why) = match may {
        May::Start => return button(t!(texts, "quiz-start")),
        May::Continue(_) => return button(t!(texts, "quiz-continue")),
        May::Passed => ("ok", t!(texts, "quiz-cannot-passed")),
        May::Pending => ("info", t!(texts, "quiz-cannot-pending")),
        May::UsedUp => ("warn", t!(texts, "quiz-cannot-used-up")),
        May::Wait(until) => {
            let until = visitor.site.calendar.date_time(until);
            ("info", t!(texts, "quiz-cannot-wait", until = until))
        }
    };
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
                .map(|score| t!(texts, "quiz-score", n = score.rounded()));
            let word = match attempt.state {
                State::Open => t!(texts, "quiz-open"),
                State::Void => t!(texts, "quiz-void"),
                State::Pending | State::Graded => outcome_word(attempt.outcome, texts),
            };
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
