use domain::{
    content::requirement::Requirement,
    evidence::Entry,
    gate::Item,
    scenario::model::{Channel, Scenario},
};
use leptos::prelude::*;
use store::actors::Actor;

use crate::{
    gate_view::{self, Line},
    t,
    ui::Empty,
    visitor::Visitor,
};

/// All role-plays, those that the own role asks for by this evidence first.
pub(super) fn scenarios(visitor: &Visitor, actor: &Actor, evidence: &[Entry]) -> AnyView {
    let texts = visitor.texts;
    let reports = gate_view::reports_of(visitor, evidence);
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
        .map(|(scenario, item)| row(visitor, scenario, item, &actor.login))
        .collect();
    if rows.is_empty() {
        let (title, hint) = (t!(texts, "practice-none"), t!(texts, "practice-none-hint"));
        return view! { <Empty title hint /> }.into_any();
    }
    view! { <ul class="rows">{rows}</ul> }.into_any()
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
        view! { <span class="chip hollow">{word}</span> }
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
