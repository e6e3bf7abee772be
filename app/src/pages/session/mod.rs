//! Signing in, passwords, invitations.

mod devices;
mod invitation;
mod password;
mod sign_in;

pub(crate) use invitation::Invitation;
pub(crate) use password::Password;
pub(crate) use sign_in::SignIn;
