//! Signing in and out.

mod sign_in;

pub(crate) use sign_in::SignIn;
