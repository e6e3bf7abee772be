use domain::{
    access::Access,
    evidence::Permit,
    gate::{self, Issued},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{evidence, people};

use crate::{
    frame::{Page, page},
    gate_view,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// How many letters of the site's name go around the seal.
const ROUND: usize = 12;

/// `/certificates/{number}`: the holder's own, and for those who train and supervise.
#[component]
pub(crate) fn Certificate() -> impl IntoView {
    let number = use_params_map().get_untracked().get("number").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let store = &visitor.site.store;
        let own = visitor.session()?.actor().person.clone();
        let entry = evidence::certificate(store, &number)
            .await?
            .ok_or(Refusal::NotFound)?;
        let holder = entry.person.ok_or(Refusal::NotFound)?;
        let may_see = visitor.has(Access::Trainer) || visitor.has(Access::Supervisor);
        if holder != own && !may_see {
            return Err(Refusal::NotFound);
        }
        let entries = evidence::of_person(store, &holder).await?;
        let issued = gate::certificates(&entries, visitor.now);
        let issued = issued.iter().find(|certificate| certificate.number == number);
        let issued = issued.ok_or(Refusal::NotFound)?;
        let person = people::get(store, &holder).await?.ok_or(Refusal::NotFound)?;
        let texts = visitor.texts;
        let name = person.name.unwrap_or_else(|| t!(texts, "past-erased"));
        let warning = (!issued.validity.holds()).then(|| {
            let word = super::validity(&visitor, issued);
            view! {
                <div class="notice" data-kind="warn">
                    <p>{t!(texts, "certificate-void", word = word)}</p>
                </div>
            }
        });
        let body = view! {
            {warning}
            {sheet(&visitor, issued, name)}
        };
        Ok(Page::new(t!(texts, "certificate"), body))
    })
}

fn sheet(visitor: &Visitor, issued: &Issued, name: String) -> AnyView {
    let texts = visitor.texts;
    let site = visitor.library.site.head.title.get(&visitor.lang()).to_owned();
    let role = gate_view::role_title(visitor, &issued.role);
    let number = issued.number.clone();
    let words = match issued.permits {
        Permit::Live => t!(texts, "certificate-text-live", role = role),
        Permit::Supervised => t!(texts, "certificate-text-supervised", role = role),
    };
    let verify = format!("{}/verify/{number}", visitor.site.public_url);
    view! {
        <article class="certificate">
            <div class="certificate-sheet">
                <header class="certificate-head">
                    <p class="certificate-house">{site.clone()}</p>
                    <h1>{t!(texts, "certificate")}</h1>
                    <p class="certificate-house num">{t!(texts, "certificate-number", number = number)}</p>
                </header>
                <p class="certificate-text">
                    {t!(texts, "certificate-hereby")} " " <strong>{name}</strong> " " {words}
                </p>
                <div class="certificate-foot">
                    <dl class="particulars">
                        <dt>{t!(texts, "certificate-given")}</dt>
                        <dd>{visitor.site.calendar.date(issued.given)}</dd>
                        <dt>{t!(texts, "certificate-until")}</dt>
                        <dd>{super::until(visitor, issued)}</dd>
                    </dl>
                    {seal(visitor, &site)}
                </div>
                <p class="certificate-verify">{t!(texts, "certificate-verify", url = verify)}</p>
            </div>
        </article>
    }
    .into_any()
}

/// The round seal: the one ornament of the house.
fn seal(visitor: &Visitor, site: &str) -> AnyView {
    let around: String = site.chars().take(ROUND).collect();
    view! {
        <svg class="seal" viewBox="0 0 120 120" role="img" aria-label=t!(visitor.texts, "seal")>
            <circle cx="60" cy="60" r="56" fill="none" stroke="currentColor" stroke-width="3.5" />
            <circle cx="60" cy="60" r="37" fill="none" stroke="currentColor" stroke-width="1" />
            <path id="seal-arc" d="M18.5 60a41.5 41.5 0 1 1 83 0" fill="none" transform="rotate(0 60 60)" />
            <text font-size="12.5" text-anchor="middle">
                <textPath href="#seal-arc" startOffset="50%">{around}</textPath>
            </text>
            <path
                d="M49 104h22M52.5 100.5a7.5 7.5 0 0 1 15 0z"
                fill="currentColor"
                stroke="currentColor"
                stroke-width="1.5"
                stroke-linecap="round"
            />
            <text font-size="24" text-anchor="middle" lang="zh-CN">
                <tspan x="60" y="56">"准予"</tspan>
                <tspan x="60" y="82">"上岗"</tspan>
            </text>
        </svg>
    }
    .into_any()
}
