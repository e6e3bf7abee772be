//! What may be seen of a submitted attempt, and when.

use super::model::{Moment, Quiz, Shown};

/// What the result page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// The score.
    pub score: bool,
    /// The learner's own answers.
    pub own: bool,
    /// Right or wrong, question by question.
    pub marks: bool,
    /// Feedback of the options picked, and explanations.
    pub feedback: bool,
    /// The right answers.
    pub answers: bool,
}

/// What is visible of a submitted attempt: `passed` when any attempt has passed, `closed` when no further one is possible.
#[must_use]
pub fn visible(quiz: &Quiz, passed: bool, closed: bool) -> Visible {
    let reached = |moment: Moment| match moment {
        Moment::AfterSubmit => true,
        Moment::AfterClose => closed,
        Moment::AfterPass => passed,
    };
    let shows = |item: Shown| {
        quiz.show
            .0
            .iter()
            .any(|(moment, shown)| *shown == item && reached(*moment))
    };
    Visible {
        score: shows(Shown::Score),
        own: shows(Shown::Own),
        marks: shows(Shown::Marks),
        feedback: shows(Shown::Feedback),
        answers: shows(Shown::Answers),
    }
}
