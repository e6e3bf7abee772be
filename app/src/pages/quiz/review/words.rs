use domain::{
    quiz::{Behaviour, Mark, Marked, Question, Share, Stakes, asks_certainty, mark},
    score::Milli,
};
use store::attempts::Asked;

use crate::{pages::quiz::ask::certainty_word, t, texts::Texts};

/// "Right · 2 of 2 points", or with how sure one was: "Sure, wrong · −6 of 3".
pub(super) fn mark_words(behaviour: Behaviour, question: &Question, asked: &Asked, texts: Texts) -> String {
    let Some(share) = asked.mark else {
        return t!(texts, "quiz-mark-pending");
    };
    let words = if asks_certainty(behaviour, question) && !is_open(asked) {
        certain_words(behaviour, question, asked, share, texts)
    } else {
        share_words(question, asked, share, texts)
    };
    if asked.regraded.is_some() {
        return format!("{words} · {}", t!(texts, "quiz-mark-regraded"));
    }
    words
}

fn certain_words(
    behaviour: Behaviour,
    question: &Question,
    asked: &Asked,
    share: Share,
    texts: Texts,
) -> String {
    let answer = asked.answer.as_deref().unwrap_or_default();
    let marked = Marked {
        points: asked.points,
        mark: Mark::Scored(share),
        stakes: Stakes::of(behaviour, question, answer, asked.certainty),
    };
    let certainty = asked.certainty.unwrap_or(domain::quiz::Certainty::Guess);
    t!(
        texts,
        "quiz-mark-certain",
        certainty = certainty_word(certainty, texts),
        word = word(share, texts),
        earned = marked.thirds().unwrap_or_default().to_string().replace('-', "−"),
        most = Milli(asked.points.0 * Stakes::MOST).to_string()
    )
}

/// What a share of the points is, in words; with the tries where there was more than one.
pub(in crate::pages::quiz) fn share_words(
    question: &Question,
    asked: &Asked,
    share: Share,
    texts: Texts,
) -> String {
    let tries = asked.tried.count;
    // What was right at last is right, though earlier tries cost something.
    let right = match mark(question, asked.answer.as_deref().unwrap_or_default()) {
        Mark::Scored(right) if tries > 0 => right,
        _ => share,
    };
    let word = if is_open(asked) {
        t!(texts, "quiz-no-answer")
    } else {
        word(right, texts)
    };
    let words = t!(
        texts,
        "quiz-mark",
        word = word,
        earned = asked.points.fraction(share.milli().0, 1000).to_string(),
        most = asked.points.to_string()
    );
    if tries > 1 {
        return format!("{words} · {}", t!(texts, "quiz-mark-tries", n = tries));
    }
    words
}

/// Whether nothing was answered.
fn is_open(asked: &Asked) -> bool {
    asked.answer.iter().flatten().all(|text| text.trim().is_empty())
}

fn word(share: Share, texts: Texts) -> String {
    if share == Share::ALL {
        t!(texts, "quiz-mark-right")
    } else if share == Share::NONE {
        t!(texts, "quiz-mark-wrong")
    } else {
        t!(texts, "quiz-mark-partly")
    }
}
