/// How many tests a runner says it ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Count {
    /// Adds what one line of a runner's output tells, in the words of cargo test, nextest or Playwright.
    ///
    /// Each names its numbers the same way, `12 passed`, on a summary line of its own kind; other lines
    /// that happen to hold such words are not summaries.
    pub(super) fn add(&mut self, line: &str) {
        // nextest repeats the output of what failed, indented: it has counted that itself.
        let cargo_test = line.starts_with("test result:");
        let line = line.trim();
        let playwright = line.split_once(' ').is_some_and(|(first, rest)| {
            first.parse::<usize>().is_ok()
                && (rest == "failed" || rest == "flaky" || rest.starts_with("passed ("))
        });
        if cargo_test || line.starts_with("Summary [") || playwright {
            self.passed += number_before(line, "passed");
            // Passing at the second try is not passing.
            self.failed += number_before(line, "failed")
                + number_before(line, "flaky")
                + number_before(line, "timed out")
                + number_before(line, "exec failed");
        }
    }
}

/// The number in front of a word, or 0.
fn number_before(line: &str, word: &str) -> usize {
    line.split([',', ';', ':', '.', '('])
        .filter_map(|part| part.trim().strip_suffix(word))
        .filter_map(|number| number.trim().parse::<usize>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(lines: &[&str]) -> (usize, usize) {
        let mut count = Count::default();
        lines.iter().for_each(|line| count.add(line));
        (count.passed, count.failed)
    }

    #[test]
    fn each_runner_is_understood() {
        assert_eq!(
            count(&["test result: ok. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out"]),
            (5, 1)
        );
        assert_eq!(
            count(&["     Summary [   0.005s] 13 tests run: 12 passed (1 slow), 1 failed, 2 skipped"]),
            (12, 1)
        );
        assert_eq!(
            count(&[
                "  1 failed",
                "    [phone] › smoke.spec.ts:3:1 › opens",
                "  7 passed (6.1s)"
            ]),
            (7, 1)
        );
        assert_eq!(count(&["  1 flaky", "  2 skipped", "  7 passed (1.2m)"]), (7, 1));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            count(&[
                "running 5 tests",
                "thread panicked: 3 failed",
                "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 247 filtered out",
                "expected 4 passed"
            ]),
            (0, 0)
        );
    }
}
