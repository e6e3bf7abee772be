use domain::quiz::{Kind, Question};
use leptos::prelude::*;
use store::attempts::Asked;

use super::wordings;
use crate::{pages::quiz::html::escape, t, texts::Texts};

/// One's own answer and the right one, each as lines of HTML.
pub(super) fn lines(own: Option<Vec<String>>, right: Option<Vec<String>>, texts: Texts) -> AnyView {
    let list = |lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| view! { <li inner_html=line></li> });
        view! {
            <dd>
                <ul>{lines.collect_view()}</ul>
            </dd>
        }
    };
    view! {
        <dl class="particulars">
            {own
                .map(|own| {
                    view! {
                        <dt>{t!(texts, "quiz-your-answer")}</dt>
                        {list(own)}
                    }
                })}
            {right
                .map(|right| {
                    view! {
                        <dt>{t!(texts, "quiz-right-answer")}</dt>
                        {list(right)}
                    }
                })}
        </dl>
    }
    .into_any()
}

/// One's own answer to a question that is neither a choice nor a cloze.
pub(super) fn own(question: &Question, asked: &Asked, texts: Texts) -> Vec<String> {
    let lang = texts.lang();
    let answer = asked.answer.as_deref().unwrap_or_default();
    let at = |text: &String| text.parse::<usize>().ok();
    let lines: Vec<String> = match &question.kind {
        Kind::Order { items } => (1..)
            .zip(answer)
            .filter_map(|(step, text)| Some(format!("{step}. {}", items.get(at(text)?)?.get(&lang))))
            .collect(),
        Kind::Match { pairs, .. } => pairs
            .iter()
            .zip(answer)
            .filter_map(|(pair, text)| {
                let put = pairs.get(at(text)?)?;
                Some(format!("{} → {}", pair.left.get(&lang), put.right.get(&lang)))
            })
            .collect(),
        _ => answer
            .iter()
            .filter(|text| !text.is_empty())
            .map(|text| escape(text))
            .collect(),
    };
    if lines.is_empty() {
        vec![escape(&t!(texts, "quiz-no-answer"))]
    } else {
        lines
    }
}

/// The right answer to a question that is neither a choice nor a cloze; none for an essay.
pub(super) fn right(question: &Question, texts: Texts) -> Vec<String> {
    let lang = texts.lang();
    match &question.kind {
        Kind::Short { accepted, .. } => vec![escape(&wordings(accepted, &lang))],
        Kind::Number { value, unit, .. } => {
            let unit = unit
                .as_ref()
                .map(|unit| format!(" {}", unit.get(&lang)))
                .unwrap_or_default();
            vec![escape(&format!("{value}{unit}"))]
        }
        Kind::Order { items } => (1..)
            .zip(items)
            .map(|(step, item)| format!("{step}. {}", item.get(&lang)))
            .collect(),
        Kind::Match { pairs, .. } => pairs
            .iter()
            .map(|pair| format!("{} → {}", pair.left.get(&lang), pair.right.get(&lang)))
            .collect(),
        Kind::Choice { .. } | Kind::Cloze { .. } | Kind::Essay { .. } => Vec::new(),
    }
}
