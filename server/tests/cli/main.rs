//! Tests of the binary itself: its commands, their exit codes, and a server as a process of its own.
#![cfg(test)]

mod accounts;
mod check;
mod data;
mod gate;
mod kill;
mod kill_speech;
mod play;
mod publish;
mod serve;
mod shell;
