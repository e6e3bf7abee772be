//! When two texts say the same: what short answers are compared by.

use unicode_normalization::UnicodeNormalization;

/// The text without what does not matter: compatibility forms (NFKC, and with it the width of letters and digits), case,
/// the shape of punctuation marks, and white space beyond one space, or next to Chinese.
#[must_use]
pub fn normalise(text: &str) -> String {
    let folded: String = text
        .nfkc()
        .collect::<String>()
        .to_uppercase()
        .to_lowercase()
        .nfkc()
        .map(mark)
        .collect();
    let mut out = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let behind = out.chars().next_back();
        if behind.is_some_and(|c| !is_wide(c)) && word.chars().next().is_some_and(|c| !is_wide(c)) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A normalised answer without the stop at its end, which nobody means as part of the answer.
#[must_use]
pub fn answer(text: &str) -> String {
    let text = normalise(text);
    let bare = text.trim_end_matches(['.', '!', '?', ',', ';']).trim_end();
    if bare.is_empty() { text } else { bare.to_owned() }
}

/// One shape for each punctuation mark, whatever keyboard it came from.
fn mark(c: char) -> char {
    match c {
        '。' => '.',
        '、' | '،' => ',',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '〈' | '《' => '<',
        '〉' | '》' => '>',
        '·' | '•' | '・' => '·',
        '∼' | '〜' => '~',
        c => c,
    }
}

/// Characters that take no spaces around them: Chinese and Japanese ones.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_is_gone() {
        for (one, other) in [
            ("１ 分钟", "1分钟"),
            ("Ｅ－ｍａｉｌ", "e-mail"),
            ("  24   hours ", "24 HOURS"),
            ("“您好”，王女士", "\"您好\",王女士"),
            ("STRASSE", "straße"),
            ("café", "cafe\u{301}"),
            ("㎏", "kg"),
            ("《忌语》", "<忌语>"),
        ] {
            assert_eq!(normalise(one), normalise(other), "{one}");
        }
    }

    #[test]
    fn what_matters_stays() {
        for (one, other) in [
            ("24 hours", "24 hour"),
            ("再见!", "再见?"),
            ("1.5", "15"),
            ("a b", "ab"),
        ] {
            assert_ne!(normalise(one), normalise(other), "{one}");
        }
    }

    #[test]
    fn a_stop_at_the_end_is_no_part_of_an_answer() {
        assert_eq!(answer("1 分钟。"), answer("1分钟"));
        assert_eq!(answer("?"), "?");
        assert_ne!(answer("1.5"), answer("1"));
    }
}
