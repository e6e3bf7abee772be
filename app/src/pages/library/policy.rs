use domain::{
    access::Access,
    content::policy,
    evidence::{Entry, Fact},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::evidence;

use crate::{
    actions::Acknowledge,
    forms::{Form, action},
    frame::{Page, page},
    learn,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// `/policies/{policy}`
#[component]
pub(crate) fn Policy() -> impl IntoView {
    let id = use_params_map().get_untracked().get("policy").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let person = visitor.session()?.actor().person.clone();
        let learns = visitor.has(Access::Learner);
        if !learns && !visitor.has(Access::Trainer) && !visitor.has(Access::Supervisor) {
            return Err(Refusal::Forbidden);
        }
        let library = visitor.library.clone();
        let policy = library.policies.get(&id).ok_or(Refusal::NotFound)?;
        let entries = evidence::of_person(&visitor.site.store, &person).await?;
        let (texts, lang) = (visitor.texts, visitor.lang());
        let title = policy.head.title.get(&lang).to_owned();
        let html = policy.body.get(&lang).to_owned();
        let translated = policy.head.languages.contains(&lang);
        let language = policy
            .head
            .languages
            .first()
            .filter(|_| !translated)
            .map(ToString::to_string);
        let body = view! {
            <header class="page-head">
                <div>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{t!(texts, "policy-edition", edition = policy.version.clone())}</p>
                </div>
            </header>
            {(!translated)
                .then(|| {
                    view! {
                        <div class="notice" data-kind="info">
                            <p>{t!(texts, "not-translated")}</p>
                        </div>
                    }
                })}
            <div class="prose" lang=language inner_html=html></div>
            {learns.then(|| acknowledgement(&visitor, policy, &entries))}
        };
        Ok(Page::new(title, body))
    })
}

/// Since when it is acknowledged, or the form to do so.
fn acknowledgement(visitor: &Visitor, policy: &policy::Policy, entries: &[Entry]) -> AnyView {
    let texts = visitor.texts;
    let id = policy.head.id.clone();
    if let Some(entry) = learn::acknowledged(entries, &id, &policy.version) {
        let at = visitor.site.calendar.date_time(entry.recorded);
        return view! {
            <div class="notice section" data-kind="ok">
                <p>{t!(texts, "policy-since", at = at)}</p>
            </div>
        }
        .into_any();
    }
    let older = entries.iter().rev().find_map(|entry| match &entry.fact {
        Fact::Acknowledged { policy, edition, .. } if *policy == id => {
            let date = visitor.site.calendar.date(entry.recorded);
            Some(t!(texts, "policy-older", edition = edition.clone(), date = date))
        }
        _ => None,
    });
    let shown = policy.text_hash(&visitor.lang()).to_string();
    view! {
        <section class="section">
            {older.map(|older| view! { <div class="notice" data-kind="warn"><p>{older}</p></div> })}
            <Form action={action::<Acknowledge>()} class="form">
                <p>{t!(texts, "policy-promise")}</p>
                <input type="hidden" name="policy" value=id />
                <input type="hidden" name="shown" value=shown />
                <div class="actions">
                    <button class="button">{t!(texts, "policy-acknowledge")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}
