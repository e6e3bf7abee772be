//! Headings get ids, so that a place in a lesson can be found again.

use super::super::plain_text;
use super::Part;
use super::pieces::{Piece, name, pieces};

/// The content with an id on each heading of level 2 and 3. `parts` are the ones of the lesson before it.
pub(super) fn with_ids(html: &str, parts: &mut Vec<Part>) -> String {
    let mut out = String::with_capacity(html.len());
    // Where the text of the heading being read begins in `out`.
    let mut title: Option<usize> = None;
    for piece in pieces(html) {
        let (Piece::Tag(text) | Piece::Text(text)) = piece;
        match piece {
            Piece::Tag(tag) if matches!(name(tag), ("h2" | "h3", false)) => {
                let (level, _) = name(tag);
                let id = format!("part-{}", parts.len() + 1);
                out.push_str(&format!("<{level} id=\"{id}\">"));
                title = Some(out.len());
                parts.push(Part {
                    id,
                    below: level == "h3",
                    title: String::new(),
                });
            }
            Piece::Tag(tag) if matches!(name(tag), ("h2" | "h3", true)) => {
                if let (Some(start), Some(part)) = (title.take(), parts.last_mut()) {
                    part.title = plain_text(&out[start..]);
                }
                out.push_str(tag);
            }
            _ => out.push_str(text),
        }
    }
    out
}
