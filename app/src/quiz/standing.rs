//! How somebody stands with a quiz: the domain's answer, over what the store keeps.

use domain::{
    evidence::Entry,
    quiz::{Allowance, May, Past, Quiz, Rules, Standing},
    time::Moment,
};
use store::attempts::{GRACE_SECONDS, State, Summary};

use crate::{site::Site, t, visitor::Visitor};

/// What a quiz says about its attempts, its closing time as a moment of the site's time zone.
pub(crate) fn rules(site: &Site, quiz: &Quiz) -> Rules {
    let close = quiz.close.as_ref();
    Rules {
        attempts: quiz.attempts,
        wait: quiz.wait,
        time: quiz.time,
        close: close.and_then(|close| site.calendar.parse_local(close.as_str())),
    }
}

/// Sums up the attempts at this quiz (others are left out), with what `entries` say was granted.
pub(crate) fn standing(
    site: &Site,
    quiz: &Quiz,
    entries: &[Entry],
    attempts: &[Summary],
    now: Moment,
) -> Standing {
    let own = attempts.iter().filter(|attempt| attempt.quiz == quiz.head.id);
    let past = own.map(|attempt| Past {
        id: &attempt.id,
        state: attempt.state,
        submitted: attempt.submitted,
        outcome: attempt.outcome,
    });
    let allowance = Allowance::of(entries, &quiz.head.id);
    Standing::of(&rules(site, quiz), allowance, past, now)
}

/// Why no attempt may be begun, in words; none when one may be begun or gone on with.
pub(crate) fn cannot(visitor: &Visitor, may: &May) -> Option<String> {
    let texts = visitor.texts;
    match may {
        May::Start | May::Continue(_) => None,
        May::Passed => Some(t!(texts, "quiz-cannot-passed")),
        May::Pending => Some(t!(texts, "quiz-cannot-pending")),
        May::UsedUp => Some(t!(texts, "quiz-cannot-used-up")),
        May::Closed => Some(t!(texts, "quiz-cannot-closed")),
        May::Wait(until) => {
            let until = visitor.site.calendar.date_time(*until);
            Some(t!(texts, "quiz-cannot-wait", until = until))
        }
    }
}

/// Whether an attempt is open although its time is over.
pub(crate) fn is_overdue(attempt: &Summary, now: Moment) -> bool {
    let over = |end: Moment| now > end.plus_seconds(GRACE_SECONDS);
    attempt.state == State::Open && attempt.deadline.is_some_and(over)
}
