//! The gaps of a cloze: cutting them out before Markdown is read, and putting fields in their place.

use crate::content::markdown::{Block, BlockKind, Inline, InlineKind};
use crate::content::source::Span;

const OPEN: &str = "<gap-";
/// A gap cut out is a run of these, which no source can hold, as long as the gap was: so every place stays true.
const RUN: [char; 3] = ['\u{2}', '\u{1}', '\u{3}'];

/// Puts what `field` makes for each gap, counted from 0, into the HTML of a cloze's prompt.
///
/// The placeholders are unambiguous: an angle bracket an author writes is always escaped.
#[must_use]
pub fn fill_gaps(html: &str, field: impl Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(OPEN) {
        out.push_str(&rest[..at]);
        let behind = &rest[at + OPEN.len()..];
        let Some((number, after)) = behind.split_once('>') else {
            break;
        };
        if let Ok(number) = number.parse() {
            out.push_str(&field(number));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Turns the runs in rendered HTML into placeholders, in their order.
pub(super) fn placeholders(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut number = 0;
    for c in html.chars() {
        if c == RUN[2] {
            out.push_str(&format!("{OPEN}{number}>"));
            number += 1;
        } else if !RUN.contains(&c) {
            out.push(c);
        }
    }
    out
}

/// A text with its gaps cut out.
pub(super) struct Cut {
    pub(super) text: String,
    /// Each gap, braces included.
    pub(super) gaps: Vec<Span>,
    /// Braces that open a gap which does not end on its line.
    pub(super) open: Vec<Span>,
}

/// Cuts the gaps out of the given stretches of a text. A backslash before the braces keeps them plain.
pub(super) fn cut(text: &str, within: impl IntoIterator<Item = Span>) -> Cut {
    let mut cut = Cut {
        text: String::with_capacity(text.len()),
        gaps: Vec::new(),
        open: Vec::new(),
    };
    let mut copied = 0;
    for stretch in within {
        let mut at = stretch.start;
        while let Some(start) = text
            .get(at..stretch.end)
            .and_then(|rest| rest.find("{{"))
            .map(|found| at + found)
        {
            let slashes = text[..start]
                .bytes()
                .rev()
                .take_while(|byte| *byte == b'\\')
                .count();
            if slashes % 2 == 1 {
                at = start + 1;
            } else if let Some(end) = end(&text[start + 2..stretch.end]).map(|length| start + 2 + length) {
                cut.text.push_str(&text[copied..start]);
                cut.text.push(RUN[0]);
                cut.text.extend(std::iter::repeat_n(RUN[1], end - start - 2));
                cut.text.push(RUN[2]);
                cut.gaps.push(start..end);
                (copied, at) = (end, end);
            } else {
                // Nothing closes on this line, so whatever else opens on it does not end either.
                cut.open.push(start..start + 2);
                at = text[start..stretch.end]
                    .find('\n')
                    .map_or(stretch.end, |length| start + length);
            }
        }
    }
    cut.text.push_str(&text[copied..]);
    cut
}

/// How far it is to behind the closing braces.
fn end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != b'\n' {
        if bytes[at..].starts_with(b"}}") {
            return Some(at + 2);
        }
        at += if bytes[at] == b'\\' && bytes.get(at + 1).is_some_and(|next| is_special(*next)) {
            2
        } else {
            1
        };
    }
    None
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'/' | b'|' | b'*' | b'}')
}

/// What stands between the braces of a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Typed(Vec<String>),
    DropDown { options: Vec<String>, stars: Vec<usize> },
    Mixed,
}

/// Reads a gap, braces included.
pub(super) fn content(gap: &str) -> Content {
    let inner = gap
        .strip_prefix("{{")
        .and_then(|gap| gap.strip_suffix("}}"))
        .unwrap_or(gap);
    let by_slash = split(inner, '/');
    let stars: Vec<usize> = (0..by_slash.len())
        .filter(|at| by_slash[*at].starts_with('*'))
        .collect();
    let by_bar = split(inner, '|');
    match (stars.is_empty(), by_bar.len()) {
        (true, _) => Content::Typed(by_bar.iter().map(|part| plain(part)).collect()),
        (false, 1) => {
            let option = |part: &&str| plain(part.strip_prefix('*').unwrap_or(part));
            Content::DropDown {
                options: by_slash.iter().map(option).collect(),
                stars,
            }
        }
        (false, _) => Content::Mixed,
    }
}

/// Cuts at a separator that has no backslash before it.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        if c == separator && !escaped {
            parts.push(text[start..at].trim());
            start = at + 1;
        }
        escaped = c == '\\' && !escaped && text.as_bytes().get(at + 1).is_some_and(|next| is_special(*next));
    }
    parts.push(text[start..].trim());
    parts
}

/// Takes the backslashes away that kept a character from meaning something.
fn plain(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut chars = part.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\'
            && chars
                .peek()
                .is_some_and(|next| u8::try_from(*next).is_ok_and(is_special));
        out.push(if escapes { chars.next().unwrap_or(c) } else { c });
    }
    out.trim().to_owned()
}

/// Where in these blocks a gap may stand, in order: text and code, but not in links and pictures.
pub(super) fn places(blocks: &[Block]) -> Vec<Span> {
    let mut places = Vec::new();
    blocks.iter().for_each(|block| block_places(block, &mut places));
    places.sort_by_key(|place: &Span| place.start);
    places
}

fn block_places(block: &Block, places: &mut Vec<Span>) {
    match &block.kind {
        BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) => inline_places(inlines, places),
        BlockKind::Quote(inner) => inner.iter().for_each(|block| block_places(block, places)),
        BlockKind::List(_, items) => {
            items
                .iter()
                .flat_map(|item| &item.blocks)
                .for_each(|block| block_places(block, places));
        }
        BlockKind::Table(head, rows) => {
            rows.iter()
                .flatten()
                .chain(head)
                .for_each(|cell| inline_places(&cell.inlines, places));
        }
        BlockKind::Code(_, _, span) => places.push(span.clone()),
        BlockKind::Html(_) | BlockKind::Rule => {}
    }
}

fn inline_places(inlines: &[Inline], places: &mut Vec<Span>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(_) | InlineKind::Code(_) => places.push(inline.span.clone()),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => inline_places(inner, places),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gap_gets_its_field() {
        let html = placeholders("<p>a\u{2}\u{1}\u{3}b\u{2}\u{1}\u{1}\u{3}</p>");
        assert_eq!(html, "<p>a<gap-0>b<gap-1></p>");
        assert_eq!(fill_gaps(&html, |n| format!("[{n}]")), "<p>a[0]b[1]</p>");
        assert_eq!(
            fill_gaps("<p>&lt;gap-0&gt;</p>", |_| "x".to_owned()),
            "<p>&lt;gap-0&gt;</p>"
        );
    }

    #[test]
    fn cutting_keeps_every_place() {
        let text = r"一{{二|`三`}}四{{a\}}b}} \{{x}} {{open";
        let cut = cut(text, std::iter::once(0..text.len()));
        assert_eq!(cut.text.len(), text.len());
        assert_eq!(
            cut.gaps.iter().map(|gap| &text[gap.clone()]).collect::<Vec<_>>(),
            ["{{二|`三`}}", r"{{a\}}b}}"]
        );
        assert_eq!(cut.open.len(), 1);
        assert_eq!(cut.text.find('四'), text.find('四'));
    }

    #[test]
    fn gaps_read() {
        let typed = |parts: &[&str]| Content::Typed(parts.iter().map(|part| (*part).to_owned()).collect());
        let pick = |parts: &[&str], stars: &[usize]| Content::DropDown {
            options: parts.iter().map(|part| (*part).to_owned()).collect(),
            stars: stars.to_vec(),
        };
        assert_eq!(content("{{1 分钟|60 秒}}"), typed(&["1 分钟", "60 秒"]));
        assert_eq!(content("{{a/b}}"), typed(&["a/b"]));
        assert_eq!(
            content(r"{{a\|b|c\}\}|\*d|e\f}}"),
            typed(&["a|b", "c}}", "*d", r"e\f"])
        );
        assert_eq!(content("{{a/b/*c}}"), pick(&["a", "b", "c"], &[2]));
        assert_eq!(
            content(r"{{ *a\/b / \*c / 2*3 }}"),
            pick(&["a/b", "*c", "2*3"], &[0])
        );
        assert_eq!(content("{{*a/*b}}"), pick(&["a", "b"], &[0, 1]));
        assert_eq!(content("{{a/*b|c}}"), Content::Mixed);
        assert_eq!(content("{{}}"), typed(&[""]));
    }
}
