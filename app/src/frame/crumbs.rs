use crate::{t, texts::Texts, ui::Crumbs};

/// The ways back from a page, the farthest first: each a path and its words.
pub(crate) fn crumbs<const N: usize>(texts: Texts, ways: [(&str, String); N]) -> Crumbs {
    Crumbs {
        nav: t!(texts, "crumbs"),
        ways: ways.map(|(href, words)| (href.to_owned(), words)).into(),
    }
}
