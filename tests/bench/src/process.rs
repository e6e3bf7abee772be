//! The server as a process: starting, stopping, and what the system says about it.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::{Outcome, data, stopwatch::Stopwatch};

/// A running server; killed when it is dropped.
pub(crate) struct Server {
    child: Child,
    /// Host and port.
    pub(crate) host: String,
}

impl Server {
    /// Starts a binary on the generated data and says how long it took until it was ready.
    pub(crate) fn start(binary: &Path, folder: &Path) -> Outcome<(Self, Duration)> {
        let clock = Stopwatch::start();
        let mut child = Command::new(binary)
            .args(["serve", "--addr", "127.0.0.1:0", "--log", "warn", "--data"])
            .arg(data::folder(folder))
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", binary.display()))?;
        let mut line = String::new();
        let stdout = child.stdout.as_mut().ok_or("no output")?;
        BufReader::new(stdout).read_line(&mut line)?;
        let ready = clock.elapsed();
        let host = line
            .trim()
            .strip_prefix("ready: http://")
            .ok_or("the server did not start")?;
        let host = host.to_owned();
        Ok((Self { child, host }, ready))
    }

    /// Asks it to stop and waits.
    pub(crate) fn stop(mut self) -> Outcome {
        let kill = format!("kill -TERM {}", self.child.id());
        Command::new("sh").args(["-c", &kill]).status()?;
        let status = self.child.wait()?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("the server ended with {status}").into())
        }
    }

    /// The processor time it has used, in milliseconds: in its own code and in the system's for it.
    pub(crate) fn cpu_ms(&self) -> Outcome<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name stands in brackets and may hold anything; what follows counts from field 3.
        let (_, fields) = stat.rsplit_once(')').ok_or("no stat")?;
        let mut fields = fields.split_whitespace().skip(11);
        let mut ticks = || {
            fields
                .next()
                .and_then(|ticks| ticks.parse::<f64>().ok())
                .ok_or("no ticks")
        };
        // A tick is a hundredth of a second on every Linux.
        Ok((ticks()? + ticks()?) * 10.0)
    }

    /// The most memory it has held, in megabytes.
    pub(crate) fn peak_memory(&self) -> Outcome<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kb = line
            .and_then(|line| line.trim().strip_suffix(" kB"))
            .ok_or("no VmHWM")?;
        Ok(kb.trim().parse::<f64>()? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails only when it has ended.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}
