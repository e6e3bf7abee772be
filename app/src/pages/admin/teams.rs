use domain::access::Access;
use leptos::prelude::*;
use store::{
    accounts, people,
    people::Person,
    teams::{self, Team},
};

use super::head::Head;
use crate::{
    actions::{AddTeam, LeadTeam},
    forms::{Form, action},
    frame::{Page, page},
    t,
    ui::{Field, Select},
    visitor::Visitor,
};

/// `/admin/teams`: teams, who leads them and who is in them.
#[component]
pub(crate) fn Teams() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let store = &visitor.site.store;
        let teams = teams::list(store).await?;
        let people = people::list(store).await?;
        let accounts = accounts::list(store).await?;
        let none = (String::new(), t!(texts, "admin-nobody"));
        let may_lead = accounts
            .iter()
            .filter(|account| account.access.has(Access::Supervisor) && account.disabled.is_none())
            .map(|account| (account.id.clone(), account.shown().to_owned()));
        let leaders: Vec<(String, String)> = std::iter::once(none).chain(may_lead).collect();
        let cards = teams.iter().map(|team| card(&visitor, team, &people, &leaders));
        let name = visitor.typed("add-team", "name").unwrap_or_default().to_owned();
        let error = visitor.error("add-team", "name").map(ToOwned::to_owned);
        let body = view! {
            <Head visitor=visitor.clone() />
            <ul class="cards">{cards.collect_view()}</ul>
            <section class="section">
                <h2>{t!(texts, "admin-team-add")}</h2>
                <Form action={action::<AddTeam>()} class="form">
                    <Field
                        name="name"
                        label=t!(texts, "admin-team-name")
                        value=name
                        error=error
                        required=true
                    />
                    <Select name="supervisor" label=t!(texts, "admin-leader") options=leaders />
                    <div class="actions">
                        <button class="button">{t!(texts, "admin-team-add")}</button>
                    </div>
                </Form>
            </section>
        };
        Ok(Page::new(t!(texts, "admin-teams"), body))
    })
}

fn card(visitor: &Visitor, team: &Team, people: &[Person], leaders: &[(String, String)]) -> AnyView {
    let texts = visitor.texts;
    let members = people
        .iter()
        .filter(|person| person.team.as_deref() == Some(&team.id));
    let names: Vec<_> = members
        .filter_map(|person| person.name.clone().or_else(|| person.login.clone()))
        .collect();
    let members = match names.len() {
        0 => t!(texts, "admin-team-empty"),
        _ => names.join(&t!(texts, "staff-comma")),
    };
    let (id, chosen) = (team.id.clone(), team.supervisor.clone().unwrap_or_default());
    let (select, options) = (format!("leader-{id}"), leaders.to_vec());
    view! {
        <li class="card">
            <h2 class="card-title">{team.name.clone()}</h2>
            <p class="muted">{members}</p>
            <Form action={action::<LeadTeam>()} class="form">
                <input type="hidden" name="team" value=id />
                <Select
                    name="supervisor"
                    id=select
                    label=t!(texts, "admin-leader")
                    options=options
                    chosen=chosen
                />
                <div class="actions">
                    <button class="button quiet small">{t!(texts, "admin-lead-save")}</button>
                </div>
            </Form>
        </li>
    }
    .into_any()
}
