use domain::{
    evidence::ExtraTime,
    quiz::{Draw, Quiz, Standing},
};
use leptos::prelude::*;

use crate::{quiz::standing::rules, t, texts::Texts, visitor::Visitor};

/// What holds for an attempt: how much is asked, how long it may take, how often.
#[component]
pub(super) fn Rules(
    /// The quiz of the current release.
    quiz: Quiz,
    /// How the learner stands with it.
    standing: Standing,
    /// How much longer than others the learner may take.
    extra: ExtraTime,
    /// Who looks.
    visitor: Visitor,
) -> AnyView {
    let texts = visitor.texts;
    let questions = match &quiz.draw {
        Draw::All => quiz.drawable().count(),
        Draw::Count(count) => *count,
        Draw::ByTag(quotas) => quotas.iter().map(|(_, count)| count).sum(),
    };
    let time = match quiz.time {
        Some(seconds) => match extra.extend(seconds) {
            Some(own) => {
                let words = length(texts, u32::try_from(own).unwrap_or(u32::MAX));
                if own > i64::from(seconds) {
                    t!(texts, "quiz-time-extra", time = words)
                } else {
                    words
                }
            }
            None => t!(texts, "quiz-time-extra", time = t!(texts, "quiz-no-limit")),
        },
        None => t!(texts, "quiz-no-limit"),
    };
    let attempts = match (standing.left, standing.limit) {
        (Some(left), Some(all)) => t!(texts, "quiz-attempts-left", left = left, all = all),
        _ => t!(texts, "quiz-no-limit"),
    };
    let wait = quiz
        .wait
        .map(|wait| line(t!(texts, "quiz-wait"), length(texts, wait)));
    let close = rules(&visitor.site, &quiz).close;
    let close = close.map(|close| line(t!(texts, "quiz-close"), visitor.site.calendar.date_time(close)));
    view! {
        <dl class="particulars">
            {line(t!(texts, "quiz-pass"), t!(texts, "quiz-score", n = quiz.pass.0.shown()))}
            {line(t!(texts, "quiz-questions"), t!(texts, "quiz-question-count", n = questions))}
            {line(t!(texts, "quiz-time"), time)} {line(t!(texts, "quiz-attempts"), attempts)} {wait} {close}
        </dl>
    }
    .into_any()
}

fn line(name: String, value: String) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd>{value}</dd>
    }
    .into_any()
}

/// A length of time in the largest unit that fits.
fn length(texts: Texts, seconds: u32) -> String {
    match seconds {
        s if s % 86_400 == 0 => t!(texts, "quiz-days", n = s / 86_400),
        s if s % 3600 == 0 => t!(texts, "quiz-hours", n = s / 3600),
        s if s % 60 == 0 => t!(texts, "minutes", n = s / 60),
        s => t!(texts, "quiz-seconds", n = s),
    }
}
