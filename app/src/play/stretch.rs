//! A reply cut where something was found in it.

use std::ops::Range;

use domain::scenario::wording::Hit;

/// A stretch of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Nothing was found in it.
    Plain(String),
    /// Wanted words.
    Must(String),
    /// Banned words.
    Ban(String),
}

/// Cuts a text where something was found; what is banned goes before what is wanted.
pub(super) fn stretches(text: &str, must: &[Hit], ban: &[Hit]) -> Vec<Stretch> {
    let mut spans: Vec<(&Range<usize>, bool)> = Vec::new();
    for (hits, banned) in [(ban, true), (must, false)] {
        for hit in hits {
            let apart = |known: &Range<usize>| hit.span.end <= known.start || known.end <= hit.span.start;
            if spans.iter().all(|(known, _)| apart(known)) {
                spans.push((&hit.span, banned));
            }
        }
    }
    spans.sort_by_key(|(span, _)| span.start);
    let mut cut = Vec::new();
    let mut at = 0;
    for (span, banned) in spans {
        let words = text.get(span.clone()).unwrap_or_default().to_owned();
        cut.push(Stretch::Plain(
            text.get(at..span.start).unwrap_or_default().to_owned(),
        ));
        cut.push(if banned {
            Stretch::Ban(words)
        } else {
            Stretch::Must(words)
        });
        at = span.end;
    }
    cut.push(Stretch::Plain(text.get(at..).unwrap_or_default().to_owned()));
    cut.retain(|stretch| *stretch != Stretch::Plain(String::new()));
    cut
}

/// The paragraphs of a text that was cut: its lines, but for the blank ones.
pub(super) fn paragraphs(stretches: Vec<Stretch>) -> Vec<Vec<Stretch>> {
    let mut paragraphs = vec![Vec::new()];
    for stretch in stretches {
        let (text, kind): (_, fn(String) -> Stretch) = match stretch {
            Stretch::Plain(text) => (text, Stretch::Plain),
            Stretch::Must(text) => (text, Stretch::Must),
            Stretch::Ban(text) => (text, Stretch::Ban),
        };
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(paragraph) = paragraphs.last_mut().filter(|_| !line.is_empty()) {
                paragraph.push(kind(line.to_owned()));
            }
        }
    }
    let is_blank = |stretch: &Stretch| matches!(stretch, Stretch::Plain(text) if text.trim().is_empty());
    paragraphs.retain(|paragraph| !paragraph.iter().all(is_blank));
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_marked_once() {
        let hit = |span: Range<usize>| Hit {
            words: String::new(),
            span,
        };
        let cut = stretches("one two three", &[hit(0..3), hit(4..13)], &[hit(8..13)]);
        let plain = |text: &str| Stretch::Plain(text.to_owned());
        assert_eq!(
            cut,
            [
                Stretch::Must("one".to_owned()),
                plain(" two "),
                Stretch::Ban("three".to_owned())
            ]
        );
        assert_eq!(stretches("one", &[], &[]), [plain("one")]);
        assert_eq!(stretches("", &[], &[]), []);
    }

    #[test]
    fn paragraphs_are_lines_that_are_not_blank() {
        let (plain, must) = (
            |text: &str| Stretch::Plain(text.to_owned()),
            |text: &str| Stretch::Must(text.to_owned()),
        );
        let cut = vec![plain("罗先生：\n \n先"), must("九\n点"), plain("办。\n")];
        assert_eq!(
            paragraphs(cut),
            [
                vec![plain("罗先生：")],
                vec![plain("先"), must("九")],
                vec![must("点"), plain("办。")]
            ]
        );
        assert!(paragraphs(Vec::new()).is_empty());
    }
}
