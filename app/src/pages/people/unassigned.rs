use domain::access::Access;
use leptos::prelude::*;
use store::accounts::Account;

use crate::{
    actions::AssignPeople,
    forms::{Form, action},
    gate_view::role_title,
    t,
    ui::Select,
    visitor::Visitor,
};

/// Learners without a role, to be given one together: who just came.
pub(super) fn unassigned<'a>(visitor: &Visitor, learners: impl Iterator<Item = &'a Account>) -> AnyView {
    let texts = visitor.texts;
    let boxes: Vec<_> = learners
        .map(|account| {
            view! {
                <label class="choice-row">
                    <input class="box" type="checkbox" name="person" value=account.login.clone() />
                    <span>{account.shown().to_owned()}<span class="hint">{account.login.clone()}</span></span>
                </label>
            }
        })
        .collect();
    let options = visitor.library.roles.keys();
    let options: Vec<_> = options.map(|id| (id.clone(), role_title(visitor, id))).collect();
    if boxes.is_empty() || options.is_empty() || !visitor.has(Access::Trainer) {
        return ().into_any();
    }
    let error = visitor.error("assign-people", "person").map(ToOwned::to_owned);
    let described = error.is_some().then_some("person-error");
    let chosen = visitor
        .typed("assign-people", "role")
        .unwrap_or_default()
        .to_owned();
    view! {
        <section class="card" id="unassigned">
            <h2 class="card-title">{t!(texts, "unassigned-title", n = boxes.len())}</h2>
            <Form action={action::<AssignPeople>()} class="form">
                <fieldset class="field" aria-describedby=described>
                    <legend>{t!(texts, "unassigned-who")}</legend>
                    <div class="choice-rows">{boxes}</div>
                    {error.map(|error| view! { <p class="error" id="person-error">{error}</p> })}
                </fieldset>
                <Select id="assign-role".to_owned() name="role" label=t!(texts, "people-role") options=options chosen=chosen />
                <div class="actions">
                    <button class="button quiet">{t!(texts, "people-assign")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}
