use domain::quiz::{Behaviour, Certainty, Mark, Question, Share, Visible, asks_certainty, mark};
use store::attempts::Asked;

use crate::{
    pages::quiz::{
        ask::certainty_word,
        points::{earned, figures, most},
    },
    t,
    texts::Texts,
};

/// "Right · 2 of 2 points", or with how sure one was: "Sure · wrong · −6 of 3 points".
pub(super) fn mark_words(behaviour: Behaviour, question: &Question, asked: &Asked, texts: Texts) -> String {
    let Some(share) = asked.mark else {
        return t!(texts, "quiz-mark-pending");
    };
    share_words(behaviour, question, asked, share, texts)
}

/// That a corrected key judged the answer, and what it had earned before; none where its own key did.
pub(super) fn regraded_words(
    behaviour: Behaviour,
    question: &Question,
    asked: &Asked,
    may_see: Visible,
    texts: Texts,
) -> Option<String> {
    asked.key_release.or(asked.regraded.map(|_| asked.hash))?;
    let before = asked
        .first_mark
        .filter(|first| may_see.marks && asked.mark != Some(*first));
    Some(match before {
        Some(first) => {
            let earned = figures(earned(behaviour, question, asked, first));
            t!(texts, "quiz-mark-regraded-from", earned = earned)
        }
        None => t!(texts, "quiz-mark-regraded"),
    })
}

/// What a share of the points is, in words; with the tries where there was more than one.
pub(in crate::pages::quiz) fn share_words(
    behaviour: Behaviour,
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
    let is_open = is_open(asked);
    let word = if is_open {
        t!(texts, "quiz-no-answer")
    } else {
        word(right, texts)
    };
    let certainty = (asks_certainty(behaviour, question) && !is_open)
        .then(|| certainty_word(asked.certainty.unwrap_or(Certainty::Guess), texts));
    let mark = t!(
        texts,
        "quiz-mark",
        word = word,
        earned = figures(earned(behaviour, question, asked, share)),
        most = figures(most(behaviour, asked.points))
    );
    let tries = (tries > 1).then(|| t!(texts, "quiz-mark-tries", n = tries));
    let parts: Vec<String> = [certainty, Some(mark), tries].into_iter().flatten().collect();
    parts.join(" · ")
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
