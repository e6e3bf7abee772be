//! What a node says: speech in block quotes, narration around it.

/// A part of a node's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Somebody speaks: the name, when one is written, and the words; both as HTML.
    Speech(Option<String>, String),
    /// What happens, told by nobody; as HTML.
    Narration(String),
}

const OPEN: &str = "<blockquote>";
const CLOSE: &str = "</blockquote>";

/// The parts of a node's rendered text, in order.
pub(crate) fn parts(html: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(OPEN) {
        narrate(&rest[..start], &mut parts);
        let inside = &rest[start + OPEN.len()..];
        let end = end(inside);
        parts.push(speech(&inside[..end]));
        rest = inside.get(end + CLOSE.len()..).unwrap_or_default();
    }
    narrate(rest, &mut parts);
    parts
}

/// Where the quote that has just been opened ends; quotes inside it are its own.
fn end(inside: &str) -> usize {
    let mut from = 0;
    let mut depth = 1_u32;
    while let Some(at) = inside.get(from..).and_then(|rest| rest.find("blockquote>")) {
        let at = from + at;
        from = at + "blockquote>".len();
        if inside[..at].ends_with("</") {
            depth -= 1;
            if depth == 0 {
                return at - "</".len();
            }
        } else {
            depth += 1;
        }
    }
    inside.len()
}

fn narrate(html: &str, parts: &mut Vec<Part>) {
    let html = html.trim();
    if !html.is_empty() {
        parts.push(Part::Narration(html.to_owned()));
    }
}

/// A quote that begins with a bold name and a colon is said by whom it names.
fn speech(html: &str) -> Part {
    let html = html.trim();
    let named = html
        .strip_prefix("<p><strong>")
        .and_then(|rest| rest.split_once("</strong>"));
    let named = named.and_then(|(name, rest)| {
        let words = rest.strip_prefix('：').or_else(|| rest.strip_prefix(':'))?;
        Some((name.to_owned(), format!("<p>{}", words.trim_start())))
    });
    match named {
        Some((name, words)) => Part::Speech(Some(name), words),
        None => Part::Speech(None, html.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_colon_say_who_speaks() {
        let html = "<p>电话响了。</p>\n<blockquote><p><strong>王女士</strong>：快点！</p><p>在吗？</p></blockquote>\
                    <p>她等着。</p>";
        let speech = Part::Speech(Some("王女士".to_owned()), "<p>快点！</p><p>在吗？</p>".to_owned());
        let told = |text: &str| Part::Narration(format!("<p>{text}</p>"));
        assert_eq!(parts(html), [told("电话响了。"), speech, told("她等着。")]);
        let english = parts("<blockquote><p><strong>Ms Sun</strong>: Hello?</p></blockquote>");
        assert_eq!(
            english,
            [Part::Speech(
                Some("Ms Sun".to_owned()),
                "<p>Hello?</p>".to_owned()
            )]
        );
    }

    #[test]
    fn bold_words_without_a_colon_are_words() {
        for html in ["<p><strong>Now</strong> is better.</p>", "<p>喂？</p>", ""] {
            let quoted = format!("<blockquote>{html}</blockquote>");
            assert_eq!(parts(&quoted), [Part::Speech(None, html.to_owned())]);
        }
    }

    #[test]
    fn quotes_in_quotes_stay_inside() {
        let html = "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>";
        let inside = "<p>a</p><blockquote><p>b</p></blockquote>";
        assert_eq!(parts(html), [Part::Speech(None, inside.to_owned())]);
        assert_eq!(
            parts("<blockquote><p>open"),
            [Part::Speech(None, "<p>open".to_owned())]
        );
        assert_eq!(parts(""), []);
    }
}
