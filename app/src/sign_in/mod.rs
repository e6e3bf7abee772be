//! Proving who one is: passwords, and how often one may try.

pub(crate) mod devices;
mod enter;
mod limits;
mod passwords;

pub(crate) use enter::{accept, change_password, enter, leave};
pub use limits::Limits;
pub use passwords::{MIN_LENGTH, Passwords};
