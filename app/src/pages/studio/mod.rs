//! The content page of trainers.

mod confirm;
mod missed;
mod overview;
mod problems;
mod releases;

pub(crate) use confirm::Confirm;
pub(crate) use overview::Studio;
