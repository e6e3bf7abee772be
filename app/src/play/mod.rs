//! Playing a scenario on the server: where a play stands, what an answer does to it, what its result says.
//!
//! The events are in the store, the rules in [`domain::scenario`]; here the two meet.

mod answer;
mod dispute;
mod letter;
mod lost;
mod open;
mod quote;
mod rating;
mod recording;
mod rejudge;
mod result;
mod sitting;
mod speech;
mod stretch;
mod task;
mod transcript;

pub(crate) use answer::{Said, answer};
pub(crate) use dispute::{dispute, withdraw};
pub(crate) use letter::{answering, split};
pub(crate) use lost::{Missed, SittingTask, sitting_task};
pub(crate) use open::{Opened, replayed};
pub(crate) use rating::{Words, amend, rate};
pub(crate) use recording::player;
pub use recording::{Arrived, hear, keep, tidy, too_large};
pub(crate) use result::{CriterionBar, Mishap, ResultSheet, judge};
pub use sitting::give_up_idle;
pub(crate) use sitting::{decide, reason, sign};
pub(crate) use speech::{Part, parts};
pub(crate) use stretch::Stretch;
pub(crate) use task::{CriterionTask, Looked, ReplyTask, task};
pub(crate) use transcript::{Line, Note, Notes, Remark, SUBJECT, Took, transcript};

use domain::scenario::{Channel, Critical};

use crate::{t, texts::Texts};

/// The word for where a conversation takes place.
pub(crate) fn channel_word(texts: Texts, channel: Option<Channel>) -> String {
    match channel {
        Some(Channel::Phone) => t!(texts, "play-channel-phone"),
        Some(Channel::Email) => t!(texts, "play-channel-email"),
        Some(Channel::OnSite) => t!(texts, "play-channel-on-site"),
        Some(Channel::Chat) | None => t!(texts, "play-channel-chat"),
    }
}

/// Whom a critical error hurts, as a heading.
pub(crate) fn critical_word(texts: Texts, critical: Critical) -> String {
    match critical {
        Critical::Customer => t!(texts, "play-critical-customer"),
        Critical::Business => t!(texts, "play-critical-business"),
        Critical::Compliance => t!(texts, "play-critical-compliance"),
    }
}
