//! Lines of a conversation as bubbles.

use domain::content::html::escape;
use leptos::prelude::*;

use super::{
    look::{Look, drawn},
    note::line_note,
};
use crate::{play::Line, t, texts::Texts};

fn told(words: &str) -> String {
    format!("<p>{}</p>", escape(words))
}

/// The class and the HTML of a line's bubble; a note is not in it.
pub(crate) fn bubble(texts: Texts, line: &Line) -> (&'static str, String) {
    let named = |name: &str, words: &str| format!("<p class=\"bubble-name\">{name}</p>{words}");
    match line {
        Line::Narration(html) => ("narration", html.clone()),
        Line::Silence(_) => ("narration", told(&t!(texts, "play-silence"))),
        Line::TooLate(_) => ("narration", told(&t!(texts, "play-too-late"))),
        Line::Theirs(Some(name), words) => ("bubble customer", named(name, words)),
        Line::Theirs(None, words) => (
            "bubble customer",
            named(&escape(&t!(texts, "play-customer")), words),
        ),
        Line::Mine(words, _) => ("bubble mine", named(&escape(&t!(texts, "play-me")), words)),
    }
}

/// The conversation so far; what came with the last step is new, at first everything, and the page opens there.
pub(super) fn chat(texts: Texts, look: Look, title: &str, lines: &[Line]) -> AnyView {
    let last_own = lines
        .iter()
        .rposition(|line| matches!(line, Line::Mine(..) | Line::Silence(_)));
    let drawn = drawn(texts, look, title, lines).into_iter();
    let items = lines
        .iter()
        .zip(drawn)
        .enumerate()
        .map(|(at, (line, (class, html)))| {
            let new = last_own.is_none_or(|own| at >= own).then_some("");
            let here = (at == last_own.unwrap_or(0)).then_some("now");
            let note = line.note().and_then(|note| line_note(texts, note));
            let note = note.map(|note| view! { <li class="chat-note" data-new=new>{note}</li> });
            view! {
                <li class=class id=here data-new=new inner_html=html></li>
                {note}
            }
        });
    view! { <ol class="chat" data-look=look.word() aria-live="polite">{items.collect_view()}</ol> }.into_any()
}
