//! The gate's rules, one test each. The role `agent` asks for one of everything.

mod approvals;
mod fixture;
mod laws;
mod lines;
mod stages;
mod statuses;
mod steps;
