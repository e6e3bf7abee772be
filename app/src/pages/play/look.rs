//! How a conversation looks on its channel: bubbles for chat and phone, letters for e-mail, a scene face to face.

use domain::{content::html::escape, scenario::Channel};

use super::lines::bubble;
use crate::{
    play::{Line, SUBJECT, answering},
    t,
    texts::Texts,
};

/// A look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Bubbles,
    Letters,
    Scene,
}

impl Look {
    pub(super) fn of(channel: Option<Channel>) -> Self {
        match channel {
            Some(Channel::Email) => Self::Letters,
            Some(Channel::OnSite) => Self::Scene,
            Some(Channel::Chat | Channel::Phone) | None => Self::Bubbles,
        }
    }

    /// As a state of the page.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Bubbles => "bubbles",
            Self::Letters => "letters",
            Self::Scene => "scene",
        }
    }
}

/// A line as it is drawn: its class and its HTML; a note is not in it.
pub(super) type Drawn = (&'static str, String);

/// The lines of a conversation. The first letter has the scenario's title for a subject, and every one after it answers the
/// one before.
pub(super) fn drawn(texts: Texts, look: Look, title: &str, lines: &[Line]) -> Vec<Drawn> {
    let mut subject = escape(title);
    let mut is_first = true;
    let drawn = lines.iter().map(|line| match look {
        Look::Bubbles => bubble(texts, line),
        Look::Scene => scene(texts, line),
        Look::Letters => match line {
            Line::Narration(_) | Line::Silence(_) | Line::TooLate(_) => bubble(texts, line),
            Line::Mine(words, _) if is_action(words) => ("narration mine", words.clone()),
            Line::Mine(words, _) => {
                let (own, body) = own_subject(words);
                subject = own.map_or_else(|| answering(texts, &subject), str::to_owned);
                is_first = false;
                (
                    "letter mine",
                    letter(texts, &escape(&t!(texts, "play-me")), &subject, body),
                )
            }
            Line::Theirs(name, words) => {
                if !is_first {
                    subject = answering(texts, &subject);
                }
                is_first = false;
                let name = name
                    .clone()
                    .unwrap_or_else(|| escape(&t!(texts, "play-customer")));
                ("letter customer", letter(texts, &name, &subject, words))
            }
        },
    });
    drawn.collect()
}

fn letter(texts: Texts, from: &str, subject: &str, body: &str) -> String {
    format!(
        "<dl class=\"letter-head\"><dt>{}</dt><dd>{from}</dd><dt>{}</dt><dd class=\"letter-subject\">{}</dd></dl>\
         <div class=\"letter-body\">{body}</div>",
        escape(&t!(texts, "play-from")),
        escape(&t!(texts, "play-subject")),
        subject,
    )
}

fn scene(texts: Texts, line: &Line) -> Drawn {
    let said = |name: &str, words: &str| {
        format!("<p class=\"scene-name\">{name}</p><div class=\"scene-words\">{words}</div>")
    };
    match line {
        Line::Narration(html) => ("scene-told", html.clone()),
        Line::Silence(_) | Line::TooLate(_) => ("scene-told", bubble(texts, line).1),
        Line::Theirs(name, words) => {
            let name = name
                .clone()
                .unwrap_or_else(|| escape(&t!(texts, "play-customer")));
            ("scene-line customer", said(&name, words))
        }
        Line::Mine(words, _) => ("scene-line mine", said(&escape(&t!(texts, "play-me")), words)),
    }
}

/// Whether all of it stands in brackets: what one does, not what one writes.
fn is_action(words: &str) -> bool {
    let inside = words
        .trim()
        .strip_prefix("<p>")
        .and_then(|words| words.strip_suffix("</p>"));
    inside.is_some_and(|words| {
        let words = words.trim();
        words.starts_with(['（', '(']) && words.ends_with(['）', ')'])
    })
}

/// The subject that was written above a letter, and the rest.
fn own_subject(words: &str) -> (Option<&str>, &str) {
    let rest = words
        .strip_prefix(SUBJECT)
        .and_then(|rest| rest.split_once("</p>"));
    match rest {
        Some((subject, body)) => (Some(subject), body),
        None => (None, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_answer_one_another() {
        let theirs = || Line::Theirs(Some("罗先生".to_owned()), "<p>第三封。</p>".to_owned());
        let mine = |words: &str| Line::Mine(words.to_owned(), None);
        let lines = [
            theirs(),
            mine("<p>（打电话问师傅。）</p>"),
            mine(&format!("{SUBJECT}回复：地板</p><p>收到。</p>")),
            theirs(),
            mine("<p>好。</p>"),
        ];
        let drawn = drawn(Texts::Chinese, Look::Letters, "投诉 & 赔偿", &lines);
        let classes: Vec<_> = drawn.iter().map(|(class, _)| *class).collect();
        assert_eq!(
            classes,
            [
                "letter customer",
                "narration mine",
                "letter mine",
                "letter customer",
                "letter mine"
            ]
        );
        assert!(drawn[0].1.contains(">投诉 &amp; 赔偿<") && drawn[2].1.contains(">回复：地板<"));
        assert!(!drawn[2].1.contains(SUBJECT), "{}", drawn[2].1);
        assert!(drawn[3].1.contains(">回复：地板<") && drawn[4].1.contains(">回复：地板<"));
    }
}
