use leptos::prelude::*;

use crate::{t, visitor::Visitor};

/// What a recruiter sees: the way to the candidates.
pub(super) fn section(visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{t!(texts, "today-recruit")}</h2>
                <a href="/candidates">{t!(texts, "today-candidates")}</a>
            </div>
            <p class="muted">{t!(texts, "today-candidates-hint")}</p>
        </section>
    }
    .into_any()
}
