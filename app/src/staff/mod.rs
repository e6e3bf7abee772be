//! What trainers, supervisors and administrators do, behind their actions.

pub(crate) mod accounts;
pub(crate) mod approvals;
mod attestor;
pub(crate) mod confirmed;
pub(crate) mod content;
mod once;
pub(crate) mod powers;
pub(crate) mod reach;
mod refused;
pub(crate) mod roles;
pub(crate) mod sign_off;
pub(crate) mod teams;
pub(crate) mod tokens;

pub(crate) use approvals::check_reason;
pub(crate) use once::first;
pub(crate) use refused::refused;

/// A sign-in name as it stands in a path.
pub(crate) fn segment(login: &str) -> String {
    form_urlencoded::byte_serialize(login.as_bytes()).collect()
}
