use domain::{access::Access, gate::Status};
use leptos::prelude::*;
use store::{accounts, evidence, people};

use super::{
    matrix::matrix,
    order::{Standing, by_nearest},
    unassigned::unassigned,
};
use crate::{
    frame::{Page, page},
    gate_view::{self, role_title},
    refusal::Refusal,
    staff::reach::reach,
    t,
    ui::{Empty, PageHead, Select},
    visitor::Visitor,
};

/// `/people?role=`: everybody of a role against what it takes.
#[component]
pub(crate) fn People() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let reach = reach(&visitor).await?;
        let texts = visitor.texts;
        let store = &visitor.site.store;
        let roles = &visitor.library.roles;
        let asked = visitor.query("role").filter(|role| !role.is_empty());
        if asked.as_ref().is_some_and(|role| !roles.contains_key(role)) {
            return Err(Refusal::NotFound);
        }
        let people = people::list(store).await?;
        let people: Vec<_> = people
            .into_iter()
            .filter(|person| reach.has(&person.id) && person.erased.is_none())
            .collect();
        let ids: Vec<_> = people.iter().map(|person| person.id.clone()).collect();
        let entries = evidence::of_people(store, &ids).await?;
        let standings_in = |role: &str| {
            let standings = people.iter().filter_map(|person| {
                let report = gate_view::report(&visitor, role, entries.get(&person.id)?)?;
                let person = person.clone();
                (report.status != Status::Left).then_some(Standing { person, report })
            });
            standings.collect::<Vec<_>>()
        };
        // Without a choice, the role that most people have.
        let most = || roles.keys().rev().max_by_key(|role| standings_in(role).len());
        let Some(role) = asked.or_else(|| most().cloned()) else {
            return Ok(Page::new(t!(texts, "people-title"), nobody(&visitor)));
        };
        let mut standings = standings_in(&role);
        by_nearest(&mut standings);
        let live = standings.iter().filter(|standing| standing.report.live).count();
        let lead = t!(texts, "people-lead", n = standings.len(), live = live);
        let list = if standings.is_empty() {
            nobody(&visitor)
        } else {
            matrix(&visitor, &role, &standings)
        };
        let accounts = if visitor.has(Access::Trainer) {
            accounts::list(store).await?
        } else {
            Vec::new()
        };
        let without_role = |person: &str| {
            let entries = entries.get(person);
            entries.is_none_or(|entries| gate_view::reports_of(&visitor, entries).is_empty())
        };
        let new = accounts.iter().filter(|account| {
            let learns = account.access.has(Access::Learner) && account.disabled.is_none();
            learns && without_role(&account.person)
        });
        let body = view! {
            <PageHead title=t!(texts, "people-title") lead=lead />
            <div class="stack">
                {unassigned(&visitor, new)}
                {choose(&visitor, role)}
                {list}
            </div>
        };
        Ok(Page::new(t!(texts, "people-title"), body))
    })
}

fn choose(visitor: &Visitor, role: String) -> AnyView {
    let texts = visitor.texts;
    let options = visitor.library.roles.keys();
    let options = options.map(|id| (id.clone(), role_title(visitor, id))).collect();
    view! {
        <form class="filters" method="get" action="/people">
            <Select name="role" label=t!(texts, "people-role") options=options chosen=role />
            <button class="button quiet">{t!(texts, "people-show")}</button>
        </form>
    }
    .into_any()
}

fn nobody(visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    view! {
        <Empty title=t!(texts, "people-nobody") hint=t!(texts, "people-nobody-lead") />
    }
    .into_any()
}
