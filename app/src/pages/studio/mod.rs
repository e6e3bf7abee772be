//! The content page of trainers.

mod confirm;
mod missed;
mod overview;
mod problems;
mod releases;
mod scenario;
mod scenarios;

pub(crate) use confirm::Confirm;
pub(crate) use overview::Studio;
pub(crate) use scenario::ScenarioMap;
