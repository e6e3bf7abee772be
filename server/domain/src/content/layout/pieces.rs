//! Rendered content as tags and text. The renderer escapes every angle bracket an author writes, so a `<` begins a
//! tag and the next `>` ends it.

/// A tag with its brackets, or the text up to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// `<h2>`, `</p>`.
    Tag(&'a str),
    /// Text, still escaped.
    Text(&'a str),
}

/// The pieces of rendered content, which put together are all of it.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let is_tag = rest.starts_with('<');
        let end = if is_tag {
            rest.find('>').map(|at| at + 1)
        } else {
            rest.find('<')
        };
        let (piece, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        match (piece.is_empty(), is_tag) {
            (true, _) => None,
            (_, true) => Some(Piece::Tag(piece)),
            (_, false) => Some(Piece::Text(piece)),
        }
    })
}

/// The name of a tag, and whether it ends its element.
pub(super) fn name(tag: &str) -> (&str, bool) {
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let ends = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    (inside.split([' ', '/']).next().unwrap_or_default(), ends)
}
