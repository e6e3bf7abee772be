use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::calibrations;

use super::{rate::rating, results::results};
use crate::{
    actions::CloseCalibration,
    calibration::Task,
    forms::{Form, action},
    frame::{Page, crumbs, page},
    refusal::Refusal,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// `/ratings/calibrations/:id`: the next answer to rate, and once all are rated what everybody gave.
#[component]
pub(crate) fn Calibration() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let site = &visitor.site;
        let found = calibrations::of_rater(&site.store, &trainer, &id).await?;
        let found = found.ok_or(Refusal::NotFound)?;
        let library = site.libraries.at(&site.store, found.subject.release).await?;
        let task = Task::of(&library, &found.subject, &visitor.lang()).ok_or(Refusal::NotFound)?;
        let is_own = |item: &calibrations::Item| item.person.as_ref() == Some(&trainer.person);
        let main = if found.is_over() {
            results(texts, &found, &task)
        } else if found.items.iter().any(is_own) {
            view! { <div class="notice" data-kind="warn"><p>{t!(texts, "calibration-own")}</p></div> }
                .into_any()
        } else {
            rating(&visitor, &found, &task)
        };
        let close = found.closed.is_none().then(|| close(texts, &found.id));
        let back = crumbs(texts, [("/ratings/calibrations", t!(texts, "calibration-title"))]);
        let body = view! {
            <PageHead title=found.title.clone() crumbs=back lead=task.title.clone() />
            <div class="stack">{main} {close}</div>
        };
        Ok(Page::new(found.title.clone(), body))
    })
}

fn close(texts: Texts, id: &str) -> AnyView {
    let id = id.to_owned();
    view! {
        <details class="confirm">
            <summary class="button quiet small">{t!(texts, "calibration-close-ask")}</summary>
            <Form action={action::<CloseCalibration>()} class="confirm-body">
                <input type="hidden" name="calibration" value=id />
                <p>{t!(texts, "calibration-close-lead")}</p>
                <div class="actions">
                    <button class="button quiet">{t!(texts, "calibration-close")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
