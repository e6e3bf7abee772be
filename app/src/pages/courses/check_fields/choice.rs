use domain::quiz::{ChoiceOption, Question};
use leptos::prelude::*;

use super::Picked;
use crate::{t, visitor::Visitor};

/// Options to pick from; once solved, what is right of them and the feedback of those picked.
pub(super) fn choice(
    visitor: &Visitor,
    question: &Question,
    options: &[ChoiceOption],
    multiple: bool,
    picked: &Picked,
) -> AnyView {
    let lang = visitor.lang();
    let kind = if multiple { "checkbox" } else { "radio" };
    let one = |(index, option): (usize, &ChoiceOption)| {
        let ticked = if picked.solved {
            option.right
        } else {
            picked.has(index)
        };
        // Feedback belongs to whoever picked the option; of the others nothing is said.
        let wrong = !picked.solved && ticked && !option.right;
        let mark = match (picked.solved && option.right, wrong) {
            (true, _) => Some(("right", t!(visitor.texts, "option-right"))),
            (_, true) => Some(("wrong", t!(visitor.texts, "option-wrong"))),
            _ => None,
        };
        let feedback = option.feedback.as_ref().filter(|_| mark.is_some());
        let feedback = feedback.map(|text| text.get(&lang).to_owned());
        let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()).to_string();
        let (mark, word) = mark.unzip();
        view! {
            <label class="option" data-mark=mark>
                <input
                    type=kind
                    name=if picked.solved { question.id.clone() } else { "answer".to_owned() }
                    value=index
                    checked=ticked
                    disabled=picked.solved
                />
                <span class="option-letter" aria-hidden="true">{letter}</span>
                <span class="option-text" inner_html=option.text.get(&lang).to_owned()></span>
                {word.map(|word| view! { <span class="option-mark">{word}</span> })}
                {feedback.map(|html| view! { <span class="feedback" inner_html=html></span> })}
            </label>
        }
    };
    let rows: Vec<_> = options.iter().enumerate().map(one).collect();
    view! { <div class="options">{rows}</div> }.into_any()
}
