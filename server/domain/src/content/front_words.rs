//! What to say of front matter that cannot be read, in the author's words rather than the parser's.

use super::faults::FrontFault;
use super::source::Source;
use super::yaml::Node;

/// What to say, and where, when the parser gives up at `at`; `info` are its own words.
pub(super) fn unread(text: &str, at: usize, info: &str) -> (usize, FrontFault) {
    let info = info.to_owned();
    slip(text, at).unwrap_or((at, FrontFault::Yaml { info }))
}

/// The slip of the keyboard that explains why YAML ends at `end`, and where it is: a full-width colon behind a key, or a
/// tab before one. The parser itself complains a line later and in words of its own.
fn slip(text: &str, end: usize) -> Option<(usize, FrontFault)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '-']).len();
        let rest = &line[indent..];
        let key = rest
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
            .next()?;
        if !key.is_empty() && rest[key.len()..].trim_start().starts_with('：') {
            let key = key.to_owned();
            return Some((start + line.find('：')?, FrontFault::WideColon { key }));
        }
        if let Some(tab) = line[..indent].find('\t') {
            return Some((start + tab, FrontFault::Tab {}));
        }
        start += line.len();
        if start > end {
            break;
        }
    }
    None
}

/// What a value is called: the key before it on its line, else how it begins.
pub(super) fn called(source: &Source, node: &Node) -> String {
    let line = source.text[..node.span.start]
        .rsplit('\n')
        .next()
        .unwrap_or_default();
    let key = line.trim_end().strip_suffix(':').unwrap_or_default();
    match key.rsplit([' ', '{', ',']).next() {
        Some(key) if !key.is_empty() => key.to_owned(),
        _ => source.text[node.span.clone()].chars().take(20).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_where_it_was_made() {
        let at = |text: &str| slip(text, text.len()).map(|(at, _)| at);
        assert_eq!(at("title: 问候\npass：80%\n"), Some("title: 问候\npass".len()));
        assert_eq!(at("values:\n\ta: 1\n"), Some("values:\n".len()));
        assert_eq!(at("  - max ： 3\n"), Some("  - max ".len()));
        assert_eq!(at("title: 时间：三点\n时间：三点\n"), None);
    }
}
