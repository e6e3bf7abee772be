//! Letters: an e-mail has a subject. It is kept with the body, as the first line and a blank one below it, so that phrases
//! and raters see both.

use crate::{refusal::Refusal, t, texts::Texts};

/// A letter as it is kept.
///
/// # Errors
/// When one of the two is blank.
pub(super) fn joined(texts: Texts, subject: &str, body: &str) -> Result<String, Refusal> {
    // A subject is one line.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    if subject.is_empty() {
        return Err(Refusal::field("subject", t!(texts, "play-subject-empty")));
    }
    if body.trim().is_empty() {
        return Err(Refusal::field("reply", t!(texts, "play-reply-empty")));
    }
    Ok(format!("{subject}\n\n{body}"))
}

/// The subject and the body of a letter; no subject in one that was kept without.
pub(crate) fn split(text: &str) -> (Option<&str>, &str) {
    match text.split_once("\n\n") {
        Some((subject, body)) if !subject.contains('\n') && !subject.trim().is_empty() => {
            (Some(subject), body)
        }
        _ => (None, text),
    }
}

/// The subject of an answer to a letter with this one.
pub(crate) fn answering(texts: Texts, subject: &str) -> String {
    let mut bare = subject.trim();
    while let Some(rest) = ["回复：", "回复:", "Re:", "RE:", "re:"]
        .iter()
        .find_map(|prefix| bare.strip_prefix(prefix))
    {
        bare = rest.trim_start();
    }
    t!(texts, "play-subject-again", subject = bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_line_above_the_body() {
        let letter = joined(Texts::Chinese, " 回复：\r\n地板 ", "罗先生：\n\n您好。").ok();
        let letter = letter.as_deref().unwrap_or_default();
        assert_eq!(letter, "回复： 地板\n\n罗先生：\n\n您好。");
        assert_eq!(split(letter), (Some("回复： 地板"), "罗先生：\n\n您好。"));
        assert_eq!(split("一\n二\n\n三"), (None, "一\n二\n\n三"));
        assert_eq!(split("只有一段"), (None, "只有一段"));
        assert!(joined(Texts::English, " ", "x").is_err());
        assert!(joined(Texts::English, "x", "\n").is_err());
    }

    #[test]
    fn an_answer_says_once_that_it_is_one() {
        for subject in ["地板", "回复：地板", "Re: 回复: 地板"] {
            assert_eq!(answering(Texts::Chinese, subject), "回复：地板");
        }
        assert_eq!(answering(Texts::English, "回复：The floor"), "Re: The floor");
    }
}
