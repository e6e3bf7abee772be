//! What the quiz's behaviour adds to a question: a check, hints after a wrong try, how sure one is.

use domain::quiz::{
    Behaviour, Certainty, ChoiceOption, Kind, Mark, Question, Quiz, Share, Visible, asks_certainty, checks,
    mark, mark_tried,
};
use domain::score::Milli;
use leptos::prelude::*;
use store::attempts::Asked;

use super::choice::letter;
use crate::{
    pages::quiz::{
        points,
        review::{answered, share_words},
    },
    quiz::{answers, tries_field},
    t,
    texts::Texts,
};

/// What may be seen of a question that is locked: the right answer only as the quiz shows it afterwards.
const LOCKED: Visible = Visible {
    score: false,
    own: true,
    marks: true,
    feedback: true,
    answers: false,
};

/// What the quiz's behaviour adds to one question.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages::quiz) struct Help {
    behaviour: Behaviour,
    /// How many checks it takes.
    checks: u32,
    /// What the answer checked last earned; none before the first check.
    earned: Option<Share>,
    /// Whether the learner is asked how sure he is.
    certainty: bool,
}

impl Help {
    pub(in crate::pages::quiz) fn of(quiz: &Quiz, question: &Question, asked: &Asked) -> Self {
        let tried = Some(&asked.tried).filter(|tried| tried.count > 0);
        let earned = tried.and_then(|tried| match mark_tried(quiz, question, &tried.answer, tried) {
            Mark::Scored(share) => Some(share),
            Mark::Pending => None,
        });
        Self {
            behaviour: quiz.behaviour,
            checks: checks(quiz.behaviour, question),
            earned,
            certainty: asks_certainty(quiz.behaviour, question),
        }
    }

    /// What a question of so many points can earn.
    pub(super) fn most(self, points: Milli) -> Milli {
        points::most(self.behaviour, points)
    }

    /// A question that takes no more answers: the answer, what it earned, and why.
    pub(super) fn locked(self, question: &Question, asked: &Asked, position: usize, texts: Texts) -> AnyView {
        let words = self
            .earned
            .map(|share| share_words(self.behaviour, question, asked, share, texts));
        view! {
            {answered(question, asked, LOCKED, texts)}
            <p class="muted">{words}<br />{t!(texts, "quiz-locked")}</p>
            <input type="hidden" name=answers::field(position) value="locked" />
        }
        .into_any()
    }

    /// What stands below the fields of an open question.
    pub(super) fn below(self, question: &Question, asked: &Asked, position: usize, texts: Texts) -> AnyView {
        let certainty = self
            .certainty
            .then(|| certainty(position, asked.certainty, texts));
        if self.checks == 0 {
            return certainty.into_any();
        }
        let left = self.checks.saturating_sub(asked.tried.count);
        let told = self.earned.map(|_| tried(question, asked, left, texts));
        let word = if self.checks > 1 {
            t!(texts, "quiz-check-left", n = left)
        } else {
            t!(texts, "quiz-check-once")
        };
        view! {
            {certainty}
            {told}
            <input type="hidden" name=tries_field(position) value=asked.tried.count />
            <div class="actions question-check">
                <button class="button quiet" name="then" value=format!("try-{position}")>
                    {t!(texts, "quiz-check")}
                </button>
                <span class="foot-note">{word}</span>
            </div>
        }
        .into_any()
    }
}

/// What came of the last try, and the hints there are by now.
fn tried(question: &Question, asked: &Asked, left: u32, texts: Texts) -> AnyView {
    let lang = texts.lang();
    let word = if mark(question, &asked.tried.answer) == Mark::Scored(Share::NONE) {
        t!(texts, "quiz-try-wrong", n = left)
    } else {
        t!(texts, "quiz-try-partly", n = left)
    };
    let options: &[ChoiceOption] = match &question.kind {
        Kind::Choice { options, .. } => options,
        _ => &[],
    };
    // As shown, and each under the letter it is about.
    let shown = asked.permutation.iter().enumerate();
    let picked = shown.filter(|(_, written)| asked.tried.answer.contains(&written.to_string()));
    let feedback = picked.filter_map(|(place, written)| {
        let html = options.get(*written)?.feedback.as_ref()?.get(&lang).to_owned();
        Some(view! {
            <div class="option-feedback">
                <strong>{t!(texts, "quiz-option", letter = letter(place))}</strong>
                <div inner_html=html></div>
            </div>
        })
    });
    let count = usize::try_from(asked.tried.count).unwrap_or(usize::MAX);
    let hints = question.hints.iter().take(count);
    let hints = hints.map(|html| view! { <li inner_html=html.get(&lang).to_owned()></li> });
    view! {
        <div class="feedback" role="status">
            <p>{word}</p>
            {feedback.collect_view()}
            <p>{t!(texts, "quiz-hints")}</p>
            <ul>{hints.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// How sure the learner is of the answer.
fn certainty(position: usize, chosen: Option<Certainty>, texts: Texts) -> AnyView {
    let rows = Certainty::ALL.map(|certainty| {
        let word = certainty_word(certainty, texts);
        view! {
            <label class="choice-row">
                <input
                    class="box"
                    type="radio"
                    name=answers::certainty(position)
                    value=certainty.as_str()
                    checked=chosen == Some(certainty)
                    autocomplete="off"
                />
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{t!(texts, "certainty-how")}</legend>
            <div class="choice-rows" data-inline="">{rows.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// How sure somebody is, in words.
pub(in crate::pages::quiz) fn certainty_word(certainty: Certainty, texts: Texts) -> String {
    match certainty {
        Certainty::Sure => t!(texts, "certainty-sure"),
        Certainty::Fairly => t!(texts, "certainty-fairly"),
        Certainty::Guess => t!(texts, "certainty-guess"),
    }
}
