use super::fold::{fold, is_wide};

/// A stretch of text, and whether it is what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text as the author wrote it.
    pub text: String,
    /// Whether to mark it.
    pub found: bool,
}

/// How much room an excerpt has: a Chinese character takes two, a letter one.
const ROOM: usize = 120;

/// How much of it may stand before the first word found.
const BEFORE: usize = 24;

/// Where the words stand in a text: bytes from and to, in order, without overlaps.
pub(super) fn places(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let (from, chars): (Vec<usize>, Vec<char>) = fold(text).unzip();
    let folded: String = chars.iter().collect();
    let bytes: Vec<usize> = folded.char_indices().map(|(byte, _)| byte).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for word in words {
        for byte in super::index::occurrences(&folded, word) {
            let first = bytes.partition_point(|at| *at < byte);
            let last = bytes.partition_point(|at| *at < byte + word.len()) - 1;
            let end = text[from[last]..].chars().next().map_or(0, char::len_utf8);
            found.push((from[first], from[last] + end));
        }
    }
    found.sort_unstable();
    found.into_iter().fold(Vec::new(), |mut joined, (start, end)| {
        match joined.last_mut() {
            Some((_, last)) if start <= *last => *last = end.max(*last),
            _ => joined.push((start, end)),
        }
        joined
    })
}

/// The whole text, with what was found marked.
pub(super) fn marked(text: &str, places: &[(usize, usize)]) -> Vec<Piece> {
    cut(text, places, 0, text.len())
}

/// The part of a text in which most of what was found stands together.
pub(super) fn excerpt(text: &str, places: &[(usize, usize)]) -> Vec<Piece> {
    let room_from = |start: usize| {
        let mut room = ROOM;
        let mut chars = text[start..].char_indices();
        let end = chars.find(|(_, c)| {
            let width = if is_wide(*c) { 2 } else { 1 };
            let full = room < width;
            room = room.saturating_sub(width);
            full
        });
        end.map_or(text.len(), |(at, _)| start + at)
    };
    let caught = |start: usize| {
        let end = room_from(start);
        places
            .iter()
            .filter(|(from, to)| *from >= start && *to <= end)
            .count()
    };
    let starts = places.iter().map(|(from, _)| before(text, *from));
    // The first of the best: `max_by_key` would take the last.
    let start = starts.rev().max_by_key(|start| caught(*start)).unwrap_or(0);
    let end = room_from(start);
    let mut pieces = cut(text, places, start, end);
    let dots = || Piece {
        text: "…".to_owned(),
        found: false,
    };
    if start > 0 {
        pieces.insert(0, dots());
    }
    if end < text.len() {
        pieces.push(dots());
    }
    pieces
}

/// Where to begin so that a little stands before `at`: behind the end of a sentence when one is near.
fn before(text: &str, at: usize) -> usize {
    let mut room = BEFORE;
    let mut start = at;
    for (byte, c) in text[..at].char_indices().rev() {
        let width = if is_wide(c) { 2 } else { 1 };
        if room < width || "。！？!?\n".contains(c) {
            break;
        }
        room -= width;
        start = byte;
    }
    let blank = text[start..at].chars().take_while(|c| c.is_whitespace());
    start + blank.map(char::len_utf8).sum::<usize>()
}

fn cut(text: &str, places: &[(usize, usize)], start: usize, end: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    let mut push = |from: usize, to: usize, found: bool| {
        if from < to {
            pieces.push(Piece {
                text: text[from..to].to_owned(),
                found,
            });
        }
    };
    for (from, to) in places.iter().filter(|(from, to)| *to > start && *from < end) {
        let (from, to) = ((*from).max(start), (*to).min(end));
        push(at, from, false);
        push(from, to, true);
        at = to;
    }
    push(at, end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(pieces: &[Piece]) -> String {
        let mark = |piece: &Piece| {
            if piece.found {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        };
        pieces.iter().map(mark).collect()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn what_was_found_is_marked_as_the_author_wrote_it() {
        let text = "Ｒefund 退 款：refunds";
        let places = places(text, &words(&["退款", "refund"]));
        assert_eq!(shown(&marked(text, &places)), "[Ｒefund] [退 款]：[refund]s");
    }

    #[test]
    fn an_excerpt_shows_where_most_stands_together() {
        let text = format!(
            "退款。{}先登记，退款要主管批准。批准以后退款三天到账。",
            "无关的话。".repeat(40)
        );
        let places = places(&text, &words(&["退款", "批准"]));
        assert_eq!(
            shown(&excerpt(&text, &places)),
            "…先登记，[退款]要主管[批准]。[批准]以后[退款]三天到账。"
        );
    }

    proptest! {
        #[test]
        fn an_excerpt_is_a_part_of_the_text(text in "[ab退款客户 。\n]{0,200}", asked in "[a退款]{1,2}") {
            let places = places(&text, &[asked]);
            let all: String = marked(&text, &places).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&all, &text);
            let part: String = excerpt(&text, &places).into_iter().map(|piece| piece.text).collect();
            prop_assert!(text.contains(part.trim_matches('…')));
        }
    }
}
