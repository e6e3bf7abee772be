//! Other programs, called so that a failure says which one and how.

use std::{
    env,
    ffi::OsStr,
    io::{self, BufRead as _, BufReader},
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Command, Stdio},
};

use crate::{Outcome, workspace};

/// A program about to run in the workspace's folder.
pub(crate) struct Run {
    command: Command,
}

impl Run {
    /// A program by name.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(workspace::root());
        Self { command }
    }

    /// The cargo that runs this, building where `server/build.rs` and the tests look: in `target`.
    pub(crate) fn cargo() -> Self {
        let mut cargo = Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.command.env_remove("CARGO_TARGET_DIR");
        cargo
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it with this terminal as its own; an exit code other than 0 is a failure.
    pub(crate) fn run(mut self) -> Outcome {
        let status = self
            .command
            .status()
            .map_err(|error| self.could_not_start(&error))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("{}: {status}", self.told()).into())
        }
    }

    /// Becomes it. Comes back only when it could not be started.
    pub(crate) fn replace_this_process(mut self) -> Outcome {
        let error = self.command.exec();
        Err(self.could_not_start(&error).into())
    }

    /// Runs it and returns what it wrote to standard output.
    pub(crate) fn read(mut self) -> Outcome<String> {
        let output = self
            .command
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.could_not_start(&error))?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(format!("{}: {}", self.told(), output.status).into())
        }
    }

    /// Runs it, showing its output line by line to this terminal and to `see`. Answers whether it succeeded.
    ///
    /// Both streams are merged, because test runners write their summary to either.
    pub(crate) fn each_line(mut self, mut see: impl FnMut(&str)) -> Outcome<bool> {
        let (lines, both) = io::pipe()?;
        self.command
            .stdin(Stdio::null())
            .stdout(both.try_clone()?)
            .stderr(both);
        let mut child = self
            .command
            .spawn()
            .map_err(|error| self.could_not_start(&error))?;
        // The command holds our ends of the pipe: without them gone the last line would never come.
        drop(self.command);
        for line in BufReader::new(lines).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
        Ok(child.wait()?.success())
    }

    fn could_not_start(&self, error: &io::Error) -> String {
        format!("{}: {error}", self.told())
    }

    fn told(&self) -> String {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        words
            .map(|word| word.to_string_lossy())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
