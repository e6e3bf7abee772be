//! Tests of the server over HTTP: one binary, calling the router in its own process.
#![cfg(test)]

mod admin;
mod api;
mod approvals;
mod assets;
mod bad_input;
mod calibration;
mod canary;
mod certificates;
mod cookies;
mod courses;
mod first_steps;
mod forms;
mod headers;
mod lessons;
mod media;
mod next_steps;
mod people;
mod play_clock;
mod play_content;
mod play_practice;
mod play_reports;
mod plays;
mod policies;
mod practice;
mod quiz;
mod rating_twice;
mod ratings;
mod recruiting;
mod reports;
mod search;
mod session;
mod staff;
mod studio;
mod threads;
mod today;
