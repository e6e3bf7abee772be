//! The gaps of a cloze.

const OPEN: &str = "<gap-";

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

/// The placeholder of a gap.
#[must_use]
pub fn placeholder(number: usize) -> String {
    format!("{OPEN}{number}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gap_gets_its_field() {
        let html = format!("<p>a{}b{}</p>", placeholder(0), placeholder(11));
        assert_eq!(fill_gaps(&html, |n| format!("[{n}]")), "<p>a[0]b[11]</p>");
        assert_eq!(
            fill_gaps("<p>&lt;gap-0&gt;</p>", |_| "x".to_owned()),
            "<p>&lt;gap-0&gt;</p>"
        );
    }
}
