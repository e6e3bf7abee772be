//! Bold that Markdown does not close: `**姓名：**文字` stays literal, stars and all.

use super::markdown::{Inline, InlineKind};
use super::source::Span;

/// Where bold begins that a colon before Chinese text keeps from closing.
///
/// The stars are followed as the author means them, opening and closing in turn: Markdown itself may take those behind
/// the colon for an opening.
pub(super) fn unclosed(text: &str, inlines: &[Inline]) -> Vec<Span> {
    let mut found = Vec::new();
    let (Some(first), Some(last)) = (inlines.first(), inlines.last()) else {
        return found;
    };
    let mut hidden = Vec::new();
    hide(inlines, &mut hidden);
    let mut chars = Visible {
        text,
        at: first.span.start,
        end: last.span.end,
        hidden: &hidden,
    };
    // Where the bold of either mark began.
    let mut open: [Option<usize>; 2] = [None, None];
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let Some(mark) = ['*', '_'].iter().position(|mark| *mark == c) else {
            before = Some(c);
            continue;
        };
        let mut length = 1;
        while chars.peek() == Some(c) {
            chars.next();
            length += 1;
        }
        let after = chars.peek();
        let opened = open[mark].take();
        if length < 2 {
            open[mark] = opened;
        } else if let Some(start) = opened {
            let chinese = after.is_some_and(|c| !c.is_ascii() && c.is_alphanumeric());
            if chinese && matches!(before, Some('：' | ':')) {
                found.push(start..at + length);
            }
        } else if opens(c, before, after) {
            open[mark] = Some(at);
        }
        before = Some(c);
    }
    found
}

/// Whether stars or underscores can open bold between these characters.
fn opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let inside = mark == '_' && before.is_some_and(char::is_alphanumeric);
    !inside && after.is_some_and(|c| !c.is_whitespace())
}

/// What is no text of the line: code, HTML, pictures, and where links lead.
fn hide(inlines: &[Inline], hidden: &mut Vec<Span>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Code(_) | InlineKind::Html(_) | InlineKind::Image(..) => {
                hidden.push(inline.span.clone());
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => hide(inner, hidden),
            InlineKind::Link(_, inner) => {
                let start = inner.first().map_or(inline.span.end, |first| first.span.start);
                let end = inner.last().map_or(start, |last| last.span.end);
                hidden.push(inline.span.start..start);
                hide(inner, hidden);
                hidden.push(end..inline.span.end);
            }
            InlineKind::Text(_) | InlineKind::SoftBreak | InlineKind::HardBreak => {}
        }
    }
}

/// The characters of a line that are text. What is hidden counts as a sign that is none.
struct Visible<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    hidden: &'t [Span],
}

impl Visible<'_> {
    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.at;
        let rest = self.text.get(at..self.end).filter(|rest| !rest.is_empty())?;
        while self.hidden.first().is_some_and(|hidden| hidden.end <= at) {
            self.hidden = &self.hidden[1..];
        }
        if let Some(hidden) = self.hidden.first().filter(|hidden| hidden.start <= at) {
            self.at = hidden.end;
            return Some((at, '\u{fffc}'));
        }
        let c = rest.chars().next()?;
        self.at += c.len_utf8();
        if c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) {
            self.at += 1;
            return Some((at, '\u{fffc}'));
        }
        Some((at, c))
    }

    fn peek(&self) -> Option<char> {
        let mut ahead = Self { ..*self };
        ahead.next().map(|(_, c)| c)
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown::{BlockKind, parse};
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let blocks = parse(text, 0..text.len());
        let [block] = blocks.as_slice() else {
            panic!("one block: {blocks:?}")
        };
        let BlockKind::Paragraph(inlines) = &block.kind else {
            panic!("a paragraph: {block:?}")
        };
        unclosed(text, inlines)
            .into_iter()
            .map(|span| &text[span])
            .collect()
    }

    #[test]
    fn a_colon_before_chinese_keeps_bold_open_whatever_stands_in_it() {
        assert_eq!(found("**王女士：**我的"), ["**王女士：**"]);
        assert_eq!(found("__王女士:__我的"), ["__王女士:__"]);
        assert_eq!(found("**王 `x` *女* 士：**我的"), ["**王 `x` *女* 士：**"]);
        assert_eq!(found("**[王](a.md)：**我的"), ["**[王](a.md)：**"]);
        assert_eq!(found("**王\n女士：**我的"), ["**王\n女士：**"]);
        assert_eq!(found("**好** **王女士：**我的，**b**"), ["**王女士：**"]);
    }

    #[test]
    fn bold_that_closes_is_fine() {
        for fine in [
            "**王女士**：我的",
            "**王女士：** 我的",
            "**王女士：**“我的”",
            "**好**，注意：**这里**很重要",
            "`**王：**我`",
            "\\*\\*王：\\*\\*我",
            "注意：**这里**，再注意：**那里**。",
            "**a：**b",
            "2 ** 3：**这里**",
        ] {
            assert_eq!(found(fine), Vec::<&str>::new(), "{fine}");
        }
    }
}
