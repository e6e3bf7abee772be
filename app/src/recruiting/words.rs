//! Words for stages and kinds, and the heading in rendered content.

use domain::interview::Kind;
use store::candidates::Stage;

use crate::{t, texts::Texts};

/// A stage in a word.
pub(crate) fn stage_word(stage: Stage, texts: Texts) -> String {
    match stage {
        Stage::Screening => t!(texts, "stage-screening"),
        Stage::FirstInterview => t!(texts, "stage-first-interview"),
        Stage::Tasks => t!(texts, "stage-tasks"),
        Stage::SecondInterview => t!(texts, "stage-second-interview"),
        Stage::Approval => t!(texts, "stage-approval"),
        Stage::Hired => t!(texts, "stage-hired"),
        Stage::Rejected => t!(texts, "stage-rejected"),
    }
}

/// A kind of item in a word.
pub(crate) fn kind_word(kind: &Kind, texts: Texts) -> String {
    match kind {
        Kind::Question => t!(texts, "item-question"),
        Kind::Task => t!(texts, "item-task"),
        Kind::Simulation => t!(texts, "item-simulation"),
        Kind::Fact(_) => t!(texts, "item-fact"),
        Kind::Measure(_) => t!(texts, "item-measure"),
    }
}

/// A tick in a word; the author's own when it is not one we know.
pub(crate) fn tick_word(texts: Texts, tick: &str) -> String {
    let key = format!("tick-{tick}");
    let word = texts.get(&key);
    if word == key { tick.to_owned() } else { word }
}

/// The first paragraph of rendered content without its tags around, for a heading; and what follows it.
pub(crate) fn headline(html: &str) -> (&str, &str) {
    let inside = html.trim().strip_prefix("<p>");
    inside
        .and_then(|inside| inside.split_once("</p>"))
        .unwrap_or(("", html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_first_paragraph() {
        assert_eq!(
            headline("<p>One <b>1</b></p>\n<p>Two</p>"),
            ("One <b>1</b>", "\n<p>Two</p>")
        );
        assert_eq!(headline("<ul></ul>"), ("", "<ul></ul>"));
    }
}
