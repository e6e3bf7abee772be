//! Tests of the content checker on whole folders.

#![expect(clippy::expect_used, reason = "a test whose helper finds no file has failed")]

mod bad_input;
mod damage;
mod folder;
mod formats;
mod planted;
mod roles;
mod shipped;
