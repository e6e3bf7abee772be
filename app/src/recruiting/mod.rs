//! The recruiter's part: candidates, interviews, sheets filled in blind, and what they come to.

mod candidates;
mod debrief;
mod group;
mod hire;
mod interview;
mod items;
mod sheet;
mod words;
mod written;

pub(crate) use candidates::{RATER, add, advance, plan, reject};
pub(crate) use debrief::{Debrief, rating};
pub(crate) use group::{GROUP, due, is_watched, keep_ticks, members, save_ticks, watched};
pub(crate) use hire::{hire, passed, renew, suggested_login};
pub(crate) use interview::{Loaded, decide, load, submit};
pub(crate) use items::{Ticks, is_done, tick_rows};
pub(crate) use sheet::{keep, save};
pub(crate) use words::{headline, kind_word, stage_word, tick_word};
pub(crate) use written::{TICK, UNSEEN};

use store::StoreError;

use crate::{refusal::Refusal, t, texts::Texts};

/// What a visitor is told when the store does not do it.
pub(crate) fn refused(error: StoreError, texts: Texts) -> Refusal {
    match error {
        StoreError::NotFound(_) => Refusal::NotFound,
        StoreError::CandidateHired => Refusal::Cannot(t!(texts, "candidate-is-hired")),
        StoreError::OwnWork => Refusal::Cannot(t!(texts, "candidate-own")),
        StoreError::NoReason => Refusal::field("reason", t!(texts, "candidate-reason-needed")),
        StoreError::Blind => Refusal::Cannot(t!(texts, "debrief-blind")),
        StoreError::SheetSubmitted => Refusal::Cannot(t!(texts, "sheet-locked")),
        StoreError::Decided => Refusal::Cannot(t!(texts, "interview-decided")),
        StoreError::DuplicateLogin => Refusal::field("login", t!(texts, "hire-login-taken")),
        StoreError::BadLogin => Refusal::field("login", t!(texts, "hire-login-bad")),
        other => Refusal::Store(other),
    }
}
