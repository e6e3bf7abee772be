use std::collections::HashMap;

use domain::{
    content::{checklist::Checklist, requirement::Requirement},
    evidence::Entry,
    gate::Report,
};
use leptos::prelude::*;
use store::{accounts::Account, evidence::Said};

use crate::{
    actions::SignItem,
    forms::{Form, action},
    staff::sign_off::{signature, signer, signers},
    t,
    ui::StateShape,
    visitor::Visitor,
};

/// Every checklist the person's roles ask for, item by item.
pub(super) fn checklists(
    visitor: &Visitor,
    account: &Account,
    reports: &[Report],
    entries: &[Entry],
    said: &HashMap<String, Said>,
) -> AnyView {
    let mut ids = Vec::new();
    for item in reports.iter().flat_map(|report| &report.items) {
        if let Requirement::SignOff { checklist, .. } = &item.requirement
            && !ids.contains(checklist)
        {
            ids.push(checklist.clone());
        }
    }
    let own = visitor
        .session
        .as_ref()
        .is_some_and(|session| session.actor().person == account.person);
    let lists = ids.iter().filter_map(|id| {
        let list = visitor.library.checklists.get(id)?;
        let signers = signers(&visitor.library, reports, id);
        let may = !own && signer(visitor, &signers).is_some();
        Some(checklist(visitor, list, account, entries, said, may))
    });
    lists.collect_view().into_any()
}

fn checklist(
    visitor: &Visitor,
    list: &Checklist,
    account: &Account,
    entries: &[Entry],
    said: &HashMap<String, Said>,
    may: bool,
) -> AnyView {
    let texts = visitor.texts;
    let id = list.head.id.clone();
    let signed = list
        .items
        .iter()
        .filter(|(item, _)| signature(entries, &id, item).is_some())
        .count();
    let rows = list.items.iter().map(|(item, text)| {
        let text = text.get(&visitor.lang()).to_owned();
        match signature(entries, &id, item) {
            Some(entry) => done(visitor, text, entry, said),
            None => open(visitor, text, account, &id, item, may),
        }
    });
    let rows = rows.collect_view();
    let lead = t!(texts, "people-signed-of", n = signed, of = list.items.len());
    view! {
        <section class="section" id=id.clone()>
            <h2>{t!(texts, "requires-sign-off", name = list.head.title.get(&visitor.lang()))}</h2>
            <p class="muted">{lead}</p>
            <ul class="requirements">{rows}</ul>
        </section>
    }
    .into_any()
}

fn done(visitor: &Visitor, text: String, entry: &Entry, said: &HashMap<String, Said>) -> AnyView {
    let texts = visitor.texts;
    let said = said.get(&entry.id);
    let by = said.and_then(|said| said.by.clone());
    let by = by.unwrap_or_else(|| t!(texts, "staff-system"));
    let when = visitor.site.calendar.date_time(entry.happened);
    let note = said.and_then(|said| said.note.as_ref());
    let note = note.map(|note| format!(" · {note}"));
    view! {
        <li class="requirement" data-state="met">
            <StateShape state="met" />
            <div>
                <span class="requirement-title" inner_html=text></span>
                <span class="requirement-note">
                    <span class="state">{t!(texts, "people-item-signed")}</span>
                    {format!(" · {by} · {when}")}
                    {note}
                </span>
            </div>
        </li>
    }
    .into_any()
}

fn open(
    visitor: &Visitor,
    text: String,
    account: &Account,
    checklist: &str,
    item: &str,
    may: bool,
) -> AnyView {
    let texts = visitor.texts;
    let (login, checklist, item) = (account.login.clone(), checklist.to_owned(), item.to_owned());
    let label = format!("note-{checklist}-{item}");
    let form = may.then(|| {
        view! {
            <Form action={action::<SignItem>()} class="actions">
                <input type="hidden" name="login" value=login />
                <input type="hidden" name="checklist" value=checklist />
                <input type="hidden" name="item" value=item />
                <label class="visually-hidden" for=label.clone()>{t!(texts, "people-note")}</label>
                <input
                    class="input"
                    id=label
                    name="note"
                    maxlength="1000"
                    autocomplete="off"
                    placeholder=t!(texts, "people-note")
                />
                <button class="button quiet small">{t!(texts, "people-sign")}</button>
            </Form>
        }
    });
    view! {
        <li class="requirement" data-state="missing">
            <StateShape state="missing" />
            <div>
                <span class="requirement-title" inner_html=text></span>
                <span class="requirement-note">
                    <span class="state">{t!(texts, "people-item-open")}</span>
                </span>
            </div>
            {form}
        </li>
    }
    .into_any()
}
