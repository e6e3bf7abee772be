//! How the server tells what it does.

use std::io::{self, IsTerminal as _};

use clap::ValueEnum;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// The form of a log line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object per line.
    Json,
}

/// Sends log lines to standard error; called once, before anything else.
///
/// `levels` is one level (`info`) or a list of them by target (`info,shanggang=debug`).
pub fn start(format: LogFormat, levels: Targets) {
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    let registry = tracing_subscriber::registry().with(levels);
    // A second start in one process (tests) keeps the first.
    let _first = match format {
        LogFormat::Text => registry.with(lines).try_init(),
        LogFormat::Json => registry.with(lines.json()).try_init(),
    };
}
