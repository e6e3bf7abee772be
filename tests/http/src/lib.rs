//! Tests of the server over HTTP: one binary, calling the router in its own process.
#![cfg(test)]

mod api;
mod assets;
mod cookies;
mod forms;
mod headers;
mod quiz;
mod session;
mod today;
