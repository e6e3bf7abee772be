//! The content page of trainers.

mod missed;
mod overview;
mod problems;
mod releases;

pub(crate) use overview::Studio;
