//! Lists in one text column, readable by a person: each text is a line, ended by a line break.
//!
//! Inside a text a line break is written `\n` and a backslash `\\`. So no list is the empty text, and a list of
//! one empty text is one empty line.

/// Writes a list of texts.
pub(crate) fn join(texts: &[String]) -> String {
    let mut lines = String::new();
    for text in texts {
        for letter in text.chars() {
            match letter {
                '\\' => lines.push_str("\\\\"),
                '\n' => lines.push_str("\\n"),
                _ => lines.push(letter),
            }
        }
        lines.push('\n');
    }
    lines
}

/// Reads a list of texts; `None` when nothing in this program wrote it.
pub(crate) fn split(lines: &str) -> Option<Vec<String>> {
    if lines.is_empty() {
        return Some(Vec::new());
    }
    lines.strip_suffix('\n')?.split('\n').map(line).collect()
}

fn line(line: &str) -> Option<String> {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next()? {
                '\\' => text.push('\\'),
                'n' => text.push('\n'),
                _ => return None,
            },
            _ => text.push(letter),
        }
    }
    Some(text)
}

/// Writes numbers, separated by commas.
pub(crate) fn join_numbers(numbers: &[usize]) -> String {
    let texts: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    texts.join(",")
}

/// Reads numbers separated by commas; `None` when nothing in this program wrote them.
pub(crate) fn split_numbers(text: &str) -> Option<Vec<usize>> {
    text.split(',')
        .filter(|_| !text.is_empty())
        .map(|number| number.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(texts in prop::collection::vec("[a\\\\\n上n]{0,6}", 0..5)) {
            prop_assert_eq!(split(&join(&texts)), Some(texts));
        }

        #[test]
        fn numbers_too(numbers in prop::collection::vec(0..30_usize, 0..5)) {
            prop_assert_eq!(split_numbers(&join_numbers(&numbers)), Some(numbers));
        }
    }

    #[test]
    fn what_nobody_wrote_is_seen() {
        assert_eq!(split("no end"), None);
        assert_eq!(split("bad \\t escape\n"), None);
        assert_eq!(split_numbers("1,,2"), None);
    }
}
