//! What of a text is read as something else: values of standards, and control characters.

use super::source::Span;

/// The control characters that must not stand in a text, and what is read instead: nothing, or a line break.
pub(super) fn controls(text: &str) -> Vec<(Span, String)> {
    let forbidden = text
        .char_indices()
        .filter(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n'));
    let instead = |c| if c == '\r' { "\n" } else { "" };
    forbidden
        .map(|(at, c)| (at..at + c.len_utf8(), instead(c).to_owned()))
        .collect()
}

/// The places of all `{{std.ID}}` in a text, each within its line, with the ids.
pub(super) fn mentions(text: &str) -> impl Iterator<Item = (Span, &str)> {
    const OPEN: &str = "{{std.";
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(OPEN)?;
            rest = start + OPEN.len();
            let line = text[rest..].split('\n').next().unwrap_or("");
            if let Some(length) = line.find("}}") {
                let id = &text[rest..rest + length];
                rest += length + "}}".len();
                return Some((start..rest, id));
            }
        }
    })
}
