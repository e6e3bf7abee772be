//! The server of Shanggang: router, sessions, middleware, command line, jobs.
//!
//! A library with a thin `main`, so that tests call the router in their own process.

pub mod assets;
pub mod cli;
mod health;
pub mod logging;
mod middleware;
pub mod router;
