use std::time::Duration;

use super::count::Count;
use crate::{Outcome, stopwatch::Stopwatch};

/// What was done so far, and how it went.
#[derive(Default)]
pub(super) struct Report {
    count: Count,
    lines: Vec<String>,
    failed: bool,
}

impl Report {
    /// One step, which counts as one test. Answers whether it passed.
    pub(super) fn step(&mut self, name: &str, step: impl FnOnce() -> Outcome) -> bool {
        let outcome = self.timed(name, step);
        match outcome {
            Some(()) => self.count.passed += 1,
            None => self.count.failed += 1,
        }
        outcome.is_some()
    }

    /// One step that runs tests, each of which counts.
    pub(super) fn tests(&mut self, name: &str, step: impl FnOnce() -> Outcome<Count>) {
        let count = self.timed(name, || {
            let count = step()?;
            if count == Count::default() {
                Err("no test was run".into())
            } else {
                Ok(count)
            }
        });
        match count {
            Some(count) => {
                self.count.passed += count.passed;
                self.count.failed += count.failed;
                self.failed |= count.failed > 0;
            }
            None => self.count.failed += 1,
        }
    }

    fn timed<T>(&mut self, name: &str, step: impl FnOnce() -> Outcome<T>) -> Option<T> {
        println!("\n── {name}");
        let watch = Stopwatch::start();
        let outcome = step();
        let took = seconds(watch.elapsed());
        match outcome {
            Ok(value) => {
                self.lines.push(format!("  ok      {name:<22}{took:>9}"));
                Some(value)
            }
            Err(error) => {
                println!("{name} failed: {error}");
                self.lines.push(format!("  FAILED  {name:<22}{took:>9}  {error}"));
                self.failed = true;
                None
            }
        }
    }

    /// Every step in one table, and the line that counts.
    pub(super) fn close(self) -> Outcome {
        println!("\n── all steps");
        for line in &self.lines {
            println!("{line}");
        }
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        if self.failed {
            Err("not everything passed".into())
        } else {
            Ok(())
        }
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
