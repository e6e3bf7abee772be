//! The gate's rules, one test each. The role `agent` asks for one of everything.

mod approvals;
mod calendar;
mod fixture;
mod laws;
mod lines;
mod plays;
mod stages;
mod statuses;
mod steps;
mod story;
