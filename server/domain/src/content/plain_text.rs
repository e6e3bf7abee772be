//! Rendered content without its marks, for where only text can stand.

/// Elements that stand in a line; the end of any other one separates what stands before and behind it.
const INLINE: [&str; 13] = [
    "a", "abbr", "b", "bdi", "button", "code", "dfn", "em", "i", "kbd", "small", "span", "strong",
];

/// The text of HTML that the content renderer made: it escapes every angle bracket an author writes.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (tag, behind) in pieces.filter_map(|piece| piece.split_once('>')) {
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        if !INLINE.contains(&name) && !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(if text.ends_with('\n') {
            behind.trim_start()
        } else {
            behind
        });
    }
    let text = text.trim_end();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// The first line of that text, up to about `longest` narrow characters; all but ASCII are twice as wide.
#[must_use]
pub fn excerpt(html: &str, longest: usize) -> String {
    let text = plain_text(html);
    let line = text.trim().lines().next().unwrap_or_default();
    let mut width = 0;
    let cut: String = line
        .chars()
        .take_while(|c| {
            width += if c.is_ascii() { 1 } else { 2 };
            width <= longest
        })
        .collect();
    if cut.len() == line.len() {
        return cut;
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{excerpt, plain_text};

    #[test]
    fn marks_go_and_what_the_author_wrote_stays() {
        assert_eq!(plain_text("<p>先<strong>应声</strong></p>"), "先应声");
        assert_eq!(plain_text("a &lt;b&gt; &amp;lt; c"), "a <b> &lt; c");
    }

    #[test]
    fn blocks_stay_apart() {
        assert_eq!(
            plain_text("<p>一</p>\n<ul>\n<li>二</li>\n<li>三</li></ul>"),
            "一\n二\n三"
        );
    }

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(excerpt("<p>连着 <b>25</b> 位客户</p>", 20), "连着 25 位客户");
        assert_eq!(excerpt("<p>a &amp;lt; b</p>\n<p>c</p>", 20), "a &lt; b");
        assert_eq!(excerpt("<p>一二三四五</p>", 7), "一二三…");
    }
}
