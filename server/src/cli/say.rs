//! What a command tells on standard output.

use std::{
    fmt::Display,
    io::{self, ErrorKind, Write as _},
};

/// Writes a line. Whoever stopped reading, as `head` does, has seen enough: that is no failure.
pub(super) fn say(line: impl Display) {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("shanggang: the output cannot be written: {error}");
        }
        _ => {}
    }
}
