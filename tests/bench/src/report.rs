use std::{fmt, time::Duration};

use crate::load::Figures;

/// All figures.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<(&'static str, Figures)>,
    starts: Vec<Duration>,
    memory: f64,
    proofs: Vec<(usize, f64)>,
}

impl Report {
    /// One start of the server, until it was ready.
    pub(crate) fn start(&mut self, took: Duration) {
        self.starts.push(took);
    }

    /// Keeps the figures of one thing, and shows that it goes on.
    pub(crate) fn add(&mut self, what: &'static str, figures: Figures) {
        println!("measured: {what}");
        self.rows.push((what, figures));
    }

    /// A role-play of so many nodes, read and proved in so many milliseconds.
    pub(crate) fn proved(&mut self, nodes: usize, millis: f64) {
        self.proofs.push((nodes, millis));
    }

    /// The most memory the server held, in megabytes.
    pub(crate) fn memory(&mut self, megabytes: f64) {
        self.memory = megabytes;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n{:<45} {:>6} {:>9} {:>8} {:>8}",
            "", "times", "per s", "p99 ms", "CPU ms"
        )?;
        for (what, figures) in &self.rows {
            let per_second = figures.times as f64 / figures.seconds;
            let p99 = figures.p99.as_secs_f64() * 1000.0;
            let (times, cpu) = (figures.times, figures.cpu_ms);
            writeln!(f, "{what:<45} {times:>6} {per_second:>9.0} {p99:>8.2} {cpu:>8.3}")?;
        }
        for (nodes, millis) in &self.proofs {
            let what = format!("a role-play of {nodes} nodes, proved");
            writeln!(f, "{what:<45} {millis:>33.0} ms")?;
        }
        let mut starts = self.starts.clone();
        starts.sort_unstable();
        let start = starts.get(starts.len() / 2).copied().unwrap_or_default();
        writeln!(
            f,
            "{:<45} {:>33.0} ms",
            "start-up with this database, until ready",
            start.as_secs_f64() * 1000.0
        )?;
        write!(f, "{:<45} {:>33.0} MB", "peak memory", self.memory)
    }
}
