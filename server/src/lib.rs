//! The server of Shanggang: router, sessions, middleware, command line, jobs.
//!
//! A library with a thin `main`, so that tests call the router in their own process.

mod api;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod content_folder;
mod cookies;
pub mod demo;
mod health;
mod jobs;
pub mod logging;
mod media;
mod middleware;
mod recordings;
mod reports;
pub mod router;
pub mod start;
