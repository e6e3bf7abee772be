//! The pages: one folder per area, one page per file. They render in the server only and read through the store.

pub(crate) mod admin;
pub(crate) mod approvals;
pub(crate) mod calibration;
pub(crate) mod courses;
pub(crate) mod file;
pub(crate) mod library;
mod not_found;
pub(crate) mod people;
pub(crate) mod play;
pub(crate) mod practice;
mod problem;
pub(crate) mod quiz;
pub(crate) mod ratings;
pub(crate) mod recruiting;
pub(crate) mod regrade;
pub(crate) mod reports;
mod scenario_map;
pub(crate) mod session;
pub(crate) mod studio;
pub(crate) mod today;

pub(crate) use not_found::NotFound;
pub(crate) use problem::Problem;
