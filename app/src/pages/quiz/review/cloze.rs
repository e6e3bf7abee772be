use domain::quiz::{Gap, Question, Visible, fill_gaps};
use leptos::prelude::*;
use store::attempts::Asked;

use super::wordings;
use crate::{pages::quiz::html::escape, t, texts::Texts};

/// The text with what was filled in, and with what is right behind it.
pub(super) fn cloze(
    question: &Question,
    gaps: &[Gap],
    asked: &Asked,
    may_see: Visible,
    texts: Texts,
) -> AnyView {
    let lang = texts.lang();
    let answer = asked.answer.as_deref().unwrap_or_default();
    let field = |at: usize| {
        let given = answer.get(at).map_or("", String::as_str);
        let (given, right) = match gaps.get(at) {
            Some(Gap::DropDown { options, right }) => {
                let text = |at: usize| options.get(at).map_or("", |option| option.get(&lang));
                (given.parse().map_or("", text), text(*right).to_owned())
            }
            Some(Gap::Typed { accepted }) => (given, wordings(accepted, &lang)),
            None => return String::new(),
        };
        let own = match (may_see.own, given) {
            (true, given) if !given.is_empty() => format!("<u>{}</u>", escape(given)),
            _ => "____".to_owned(),
        };
        if may_see.answers {
            let word = escape(&t!(texts, "quiz-right-answer"));
            return format!(
                "{own} <small>({word}: <strong>{}</strong>)</small>",
                escape(&right)
            );
        }
        own
    };
    let html = fill_gaps(question.prompt.get(&lang), field);
    view! { <div class="cloze" inner_html=html></div> }.into_any()
}
