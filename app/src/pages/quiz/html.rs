//! Text inside HTML that is written by hand.

/// A text as HTML, also inside a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out() {
        let text = r#"a < b & "c" &lt;"#;
        assert_eq!(escape(text), "a &lt; b &amp; &quot;c&quot; &amp;lt;");
    }
}
