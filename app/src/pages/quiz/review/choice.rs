use domain::quiz::{ChoiceOption, Visible};
use leptos::prelude::*;
use store::attempts::Asked;

use crate::{pages::quiz::ask::letter, t, texts::Texts};

fn picked(asked: &Asked, written: usize) -> bool {
    let written = written.to_string();
    asked.answer.iter().flatten().any(|answer| *answer == written)
}

/// The options as they were shown, with what may be seen of them.
pub(super) fn options_of(
    options: &[ChoiceOption],
    multiple: bool,
    asked: &Asked,
    may_see: Visible,
    texts: Texts,
) -> AnyView {
    let lang = texts.lang();
    let kind = if multiple { "checkbox" } else { "radio" };
    let shown = asked.permutation.iter().enumerate();
    let options = shown.filter_map(|(place, written)| Some((place, *written, options.get(*written)?)));
    let option = |(place, written, option): (usize, usize, &ChoiceOption)| {
        let picked = picked(asked, written);
        let own = picked && may_see.own;
        // Of several picks each one's mark says more than the question's.
        let judged = own && (may_see.answers || may_see.marks && !multiple);
        let (mark, word) = if judged && option.right {
            (Some("right"), Some(t!(texts, "quiz-own-right")))
        } else if judged {
            (Some("wrong"), Some(t!(texts, "quiz-own-wrong")))
        } else if may_see.answers && option.right {
            (Some("right"), Some(t!(texts, "quiz-right-answer")))
        } else {
            (None, own.then(|| t!(texts, "quiz-own")))
        };
        let feedback = option.feedback.as_ref().filter(|_| picked && may_see.feedback);
        let feedback = feedback.map(|text| text.get(&lang).to_owned());
        view! {
            <label class="option" data-mark=mark>
                <input type=kind checked=own disabled />
                <span class="option-letter" aria-hidden="true">{letter(place)}</span>
                <span class="option-text" inner_html=option.text.get(&lang).to_owned()></span>
                {word.map(|word| view! { <span class="option-mark">{word}</span> })}
                {feedback.map(|html| view! { <span class="feedback" inner_html=html></span> })}
            </label>
        }
    };
    view! { <div class="options">{options.map(option).collect_view()}</div> }.into_any()
}
