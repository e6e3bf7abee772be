use domain::{
    access::Access,
    content::requirement::Requirement,
    gate::Item,
    scenario::model::{Channel, Scenario},
};
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    gate_view::{self, Line},
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/practice`
#[component]
pub(crate) fn Practice() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let actor = visitor.session()?.actor();
        if !visitor.has(Access::Learner) && !visitor.has(Access::Trainer) {
            return Err(Refusal::Forbidden);
        }
        let texts = visitor.texts;
        let reports = gate_view::reports(&visitor, &actor.person).await?;
        let items: Vec<Item> = reports.into_iter().flat_map(|report| report.items).collect();
        let required = |scenario: &Scenario| {
            items.iter().find(|item| {
                matches!(&item.requirement, Requirement::Scenario { scenario: id, .. } if *id == scenario.head.id)
            })
        };
        let mut scenarios: Vec<_> = visitor
            .library
            .scenarios
            .values()
            .map(|scenario| (scenario, required(scenario)))
            .collect();
        // What the own role asks for comes first.
        scenarios.sort_by_key(|(_, item)| item.is_none());
        let rows: Vec<_> = scenarios
            .into_iter()
            .map(|(scenario, item)| row(&visitor, scenario, item, &actor.login))
            .collect();
        let list = if rows.is_empty() {
            view! {
                <div class="empty">
                    <p class="empty-title">{t!(texts, "practice-none")}</p>
                    <p>{t!(texts, "practice-none-hint")}</p>
                </div>
            }
            .into_any()
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let body = view! {
            <PageHead title=t!(texts, "nav-practice") lead=t!(texts, "practice-lead") />
            {list}
        };
        Ok(Page::new(t!(texts, "nav-practice"), body))
    })
}

fn row(visitor: &Visitor, scenario: &Scenario, item: Option<&Item>, login: &str) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let criteria: Vec<_> = scenario
        .criteria
        .iter()
        .map(|criterion| criterion.title.get(&lang).to_owned())
        .collect();
    let trains = (!criteria.is_empty()).then(|| {
        t!(
            texts,
            "practice-trains",
            criteria = criteria.join(texts.get("list-comma").as_str())
        )
    });
    let line = item.map(|item| Line::of(visitor, item, login));
    let state = line.as_ref().map(|line| line.state);
    let end = line.map(|line| {
        view! { <span class="state">{line.word}</span> }
    });
    let note = item.map(|_| t!(texts, "practice-required"));
    let notes: Vec<_> = [note, trains].into_iter().flatten().collect();
    let channel = scenario.channel.map(|channel| {
        let word = match channel {
            Channel::Phone => t!(texts, "channel-phone"),
            Channel::Chat => t!(texts, "channel-chat"),
            Channel::Email => t!(texts, "channel-email"),
            Channel::OnSite => t!(texts, "channel-on-site"),
        };
        view! { <span class="chip outline">{word}</span> }
    });
    view! {
        <li class="row" data-state=state>
            <div class="row-main">
                <a class="row-title" href=format!("/scenarios/{}", scenario.head.id)>
                    {scenario.head.title.get(&lang).to_owned()}
                </a>
                <span class="row-note">{notes.join(" · ")}</span>
            </div>
            <div class="row-end">{channel} {end}</div>
        </li>
    }
    .into_any()
}
