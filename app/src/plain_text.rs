//! Rendered content without its marks, for where only text can stand.

/// The text of HTML that the content renderer made: it escapes every angle bracket an author writes.
pub(crate) fn plain_text(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    let text = pieces
        .filter_map(|piece| piece.split_once('>'))
        .fold(first, |text, (_, rest)| text + rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn marks_go_and_what_the_author_wrote_stays() {
        assert_eq!(plain_text("<p>先<strong>应声</strong></p>"), "先应声");
        assert_eq!(plain_text("a &lt;b&gt; &amp;lt; c"), "a <b> &lt; c");
    }
}
