use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{problems, scenarios::at_node};
use crate::{
    frame::{Page, crumbs, page},
    pages::scenario_map::{Overlay, drawing},
    refusal::Refusal,
    staff::content,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/studio/scenarios/SCENARIO`: the map of a role-play as it stands in the content folder, with its problems.
#[component]
pub(crate) fn ScenarioMap() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let id = params.get("scenario").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        visitor.trainer()?;
        let texts = visitor.texts;
        let folder = content::folder(&visitor.site).await.ok_or(Refusal::NotFound)?;
        let draft = folder.drafts.iter().find(|draft| draft.scenario.head.id == id);
        let draft = draft.ok_or(Refusal::NotFound)?;
        let scenario = &draft.scenario;
        let title = scenario.head.title.get(&visitor.lang()).to_owned();
        let overlay = Overlay {
            label: t!(
                texts,
                "studio-map-label",
                title = title.clone(),
                n = scenario.nodes.len()
            ),
            caption: t!(texts, "studio-map-caption"),
            taken: &|_, _| (0, 0),
            mark: &|node| at_node(texts, &folder, draft, node),
        };
        let rows: Vec<_> = folder
            .problems
            .iter()
            .filter(|problem| draft.has(problem))
            .map(|problem| problems::row(texts, &folder, problem))
            .collect();
        let found = if rows.is_empty() {
            view! { <p>{t!(texts, "studio-map-none")}</p> }.into_any()
        } else {
            view! { <ol class="problems">{rows}</ol> }.into_any()
        };
        let back = crumbs(texts, [("/studio", t!(texts, "nav-content"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=back />
            <section class="section">
                <h2>{t!(texts, "studio-map")}</h2>
                {drawing(scenario, overlay)}
            </section>
            <section class="section">
                <h2>{t!(texts, "studio-map-problems")}</h2>
                {found}
            </section>
        };
        Ok(Page::new(title, body))
    })
}
