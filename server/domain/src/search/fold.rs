use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub(super) use crate::quiz::normalise::is_wide;

/// A text as it is compared: compatibility forms (and with them the width of letters and digits), case, accents and the
/// space next to Chinese do not matter. Each character comes with the byte at which its source begins.
pub(super) fn fold(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut last = ' ';
    let mut gap = None;
    text.char_indices()
        .flat_map(|(at, c)| {
            let lower = c.nfkd().flat_map(char::to_lowercase);
            lower.filter(|c| !is_combining_mark(*c)).map(move |c| (at, c))
        })
        .flat_map(move |(at, c)| {
            if c.is_whitespace() {
                gap.get_or_insert(at);
                return [None, None];
            }
            // White space is one space between words, and nothing next to Chinese.
            let space = gap
                .take()
                .filter(|_| last != ' ' && !is_wide(last) && !is_wide(c));
            last = c;
            [space.map(|at| (at, ' ')), Some((at, c))]
        })
        .flatten()
}

/// The folded text alone: two texts that differ in nothing that matters for finding are the same.
#[must_use]
pub fn folded(text: &str) -> String {
    fold(text).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_matter_is_gone() {
        for (one, other) in [
            ("ＶＩＰ 客户", "vip客户"),
            ("Café", "cafe\u{301}"),
            ("24  Hours\n later", "24 hours later"),
            ("  退 款 ", "退款"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("a b"), folded("ab"));
    }

    proptest! {
        #[test]
        fn every_character_names_where_it_came_from(text in ".{0,40}") {
            let mut before = 0;
            for (at, _) in fold(&text) {
                prop_assert!(text.is_char_boundary(at));
                prop_assert!(at >= before);
                before = at;
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in "[ a-zA-Z０-９退款客é。，]{0,30}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
