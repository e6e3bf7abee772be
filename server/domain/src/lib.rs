//! The rules of Shanggang: no I/O, no clock, no randomness.
//!
//! Every function here is a pure function of its arguments; the moment `now` is an argument. The shell
//! around it (crates `store`, `app`, `shanggang`) fetches, calls and shows.

pub mod access;
pub mod calibration;
pub mod content;
pub mod csv;
pub mod evidence;
pub mod gate;
pub mod hash;
pub mod interview;
pub mod lang;
pub mod practice;
pub mod quiz;
pub mod rating;
pub mod ratio;
pub mod scenario;
pub mod score;
pub mod search;
pub mod time;
pub mod upkeep;
