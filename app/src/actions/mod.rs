//! What a form or an island can do: one server function per file, all under `/do`.
//!
//! An action obtains its actor, loads, lets the domain decide, and writes through the store. Each has an
//! explicit `endpoint`, because the path is part of the page and must not change with the code.

mod set_theme;

pub use set_theme::{SetTheme, set_theme};
