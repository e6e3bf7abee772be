use domain::content::{layout::term_id, lesson::Lesson};
use leptos::prelude::*;

use crate::{t, visitor::Visitor};

/// What the terms marked in the text mean: each opens over the text, without scripts. Where a browser cannot do that,
/// and on paper, they are a list at the end of the lesson.
pub(super) fn terms(visitor: &Visitor, lesson: &Lesson, language: Option<String>) -> Option<AnyView> {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let glossary = visitor.library.glossary.as_ref()?;
    let places = &lesson.layout(&lang).terms;
    let card = |place: &usize| {
        let term = glossary.terms.get(*place)?;
        let id = term_id(*place);
        let word = term.term.get(&lang).to_owned();
        Some(view! {
            <div class="term-card" id=id popover="auto" role="note" aria-label=word>
                <p class="term-word">{word.clone()}</p>
                <p inner_html=term.meaning.get(&lang).to_owned()></p>
                <p class="actions">
                    <button
                        type="button"
                        class="button quiet small"
                        popovertarget=id.clone()
                        popovertargetaction="hide"
                    >
                        {t!(texts, "term-close")}
                    </button>
                    <a href="/glossary">{t!(texts, "lesson-terms-all")}</a>
                </p>
            </div>
        })
    };
    let cards: Vec<_> = places.iter().filter_map(card).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <div class="lesson-terms" lang=language>
                <h2>{t!(texts, "lesson-terms")}</h2>
                {cards}
            </div>
        }
        .into_any()
    })
}
