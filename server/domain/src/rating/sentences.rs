//! The sentences of what somebody wrote, for a rater to point at.

/// The sentences of a text, in order, each as it stands in it, without white space around. One ends after `。！？；`, after
/// `. ! ?` before white space, and where a line does; what closes a quote or a bracket belongs to it.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let mut end = at + letter.len_utf8();
        let ends = match letter {
            '\n' | '\r' => true,
            '。' | '！' | '？' | '；' | '.' | '!' | '?' => {
                while let Some((at, closing)) =
                    letters.next_if(|(_, next)| is_mark(*next) || is_closing(*next))
                {
                    end = at + closing.len_utf8();
                }
                let before_space = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
                before_space || text.get(at..end).is_some_and(|marks| marks.contains(is_wide))
            }
            _ => false,
        };
        if ends {
            sentences.extend(text.get(start..end));
            start = end;
        }
    }
    sentences.extend(text.get(start..));
    let trimmed = sentences.into_iter().map(str::trim);
    trimmed.filter(|sentence| !sentence.is_empty()).collect()
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '；')
}

fn is_mark(letter: char) -> bool {
    is_wide(letter) || matches!(letter, '.' | '!' | '?')
}

fn is_closing(letter: char) -> bool {
    matches!(
        letter,
        '”' | '’' | '」' | '』' | '）' | '》' | '"' | '\'' | ')' | ']'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn they_end_where_people_end_them() {
        for (text, want) in [
            ("", &[][..]),
            (" \n ", &[]),
            (
                "抱歉让您久等。明早九点前答复！好吗？",
                &["抱歉让您久等。", "明早九点前答复！", "好吗？"],
            ),
            ("先查单；再回您", &["先查单；", "再回您"]),
            ("罗先生：\n信收到了\r\n\n此致", &["罗先生：", "信收到了", "此致"]),
            (
                "Sorry. It costs 3.50 at 9.15 a.m. today!",
                &["Sorry.", "It costs 3.50 at 9.15 a.m.", "today!"],
            ),
            ("“来不来？”他问。", &["“来不来？”", "他问。"]),
            ("真的吗？！行。", &["真的吗？！", "行。"]),
            ("He said \"no.\" Then left", &["He said \"no.\"", "Then left"]),
            ("a!b", &["a!b"]),
        ] {
            assert_eq!(sentences(text), want, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn all_of_the_text_is_in_one_of_them(text in "[a。！.? \n“”)x]{0,30}") {
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            let found = sentences(&text);
            prop_assert_eq!(bare(&found.concat()), bare(&text));
            prop_assert!(found.iter().all(|sentence| !sentence.is_empty() && text.contains(sentence)));
        }
    }
}
