use domain::{
    lang::{Lang, Text},
    quiz::{Gap, fill_gaps},
};
use leptos::prelude::*;

use super::Fields;
use crate::{
    pages::quiz::html::escape,
    quiz::answers::{self, SHORT},
    t,
};

impl Fields {
    /// The prompt with its gaps. The fields stand inside rendered HTML, so they are written as HTML too.
    pub(super) fn cloze(&self, prompt: &str, gaps: &[Gap], lang: &Lang) -> AnyView {
        let field = |at: usize| match gaps.get(at) {
            Some(Gap::DropDown { options, .. }) => self.drop_down(at, options, lang),
            Some(Gap::Typed { .. }) => self.typed(at),
            None => String::new(),
        };
        view! { <div class="cloze" inner_html=fill_gaps(prompt, field)></div> }.into_any()
    }

    fn drop_down(&self, at: usize, options: &[Text], lang: &Lang) -> String {
        let (name, label, saved) = self.gap(at);
        let option = |(value, text): (usize, &Text)| {
            let selected = if saved == value.to_string() {
                " selected"
            } else {
                ""
            };
            format!(
                "<option value=\"{value}\"{selected}>{}</option>",
                escape(text.get(lang))
            )
        };
        let options: String = options.iter().enumerate().map(option).collect();
        let pick = escape(&t!(self.texts, "quiz-pick"));
        format!(
            "<select class=\"input gap\" name=\"{name}\" aria-label=\"{label}\" autocomplete=\"off\">\
             <option value=\"\">{pick}</option>{options}</select>"
        )
    }

    fn typed(&self, at: usize) -> String {
        let (name, label, saved) = self.gap(at);
        format!(
            "<input class=\"input gap\" name=\"{name}\" aria-label=\"{label}\" value=\"{}\" \
             maxlength=\"{SHORT}\" autocomplete=\"off\">",
            escape(saved)
        )
    }

    /// A gap's name, label and answer.
    fn gap(&self, at: usize) -> (String, String, &str) {
        let label = escape(&t!(self.texts, "quiz-gap", n = at + 1));
        (answers::part(self.position, at), label, self.saved_at(at))
    }
}
