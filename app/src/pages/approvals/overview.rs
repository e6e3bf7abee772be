use domain::{access::Access, gate::Report, time::Moment};
use leptos::prelude::*;
use store::{
    evidence,
    people::{self, Person},
};

use super::{live::lately, waiting::card};
use crate::{
    frame::{Page, page},
    gate_view,
    refusal::Refusal,
    staff::{
        approvals::waiting,
        reach::{approvers, reach},
    },
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// How long somebody who went live stays on this page: 30 days.
const LATELY: i64 = 30 * 86_400;

/// `/approvals`: who waits, the longest waiting first, and who went live lately.
#[component]
pub(crate) fn Approvals() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let named = approvers(&visitor.library).any(|access| visitor.has(access));
        if !named && !visitor.has(Access::Supervisor) {
            return Err(Refusal::Forbidden);
        }
        let texts = visitor.texts;
        let (mut open, mut live) = (Vec::new(), Vec::new());
        for (person, report) in everybody(&visitor).await? {
            if let Some(since) = waiting(&visitor, &report).map(|item| item.since) {
                open.push((since.unwrap_or(Moment(0)), person, report));
            } else if report.live && visitor.now.seconds_since(report.since) < LATELY {
                live.push((person, report));
            }
        }
        open.sort_by_key(|(since, ..)| *since);
        live.sort_by_key(|(_, report)| std::cmp::Reverse(report.since));
        let count = open.len();
        let cards = open.iter().enumerate();
        let cards = cards.map(|(index, (_, person, report))| card(&visitor, person, report, index == 0));
        let cards = cards.collect_view();
        let list = if count == 0 {
            view! {
                <Empty title=t!(texts, "approvals-nobody") hint=t!(texts, "approvals-nobody-lead") />
            }
            .into_any()
        } else {
            view! { <div class="stack">{cards}</div> }.into_any()
        };
        let lead = (count > 0).then(|| t!(texts, "approvals-lead", n = count));
        let body = view! {
            <PageHead title=t!(texts, "nav-approvals") lead />
            {list}
            {lately(&visitor, &live)}
        };
        Ok(Page::new(t!(texts, "nav-approvals"), body))
    })
}

/// Everybody the visitor looks after but himself, with every report.
async fn everybody(visitor: &Visitor) -> Result<Vec<(Person, Report)>, Refusal> {
    let own = visitor.session()?.actor().person.clone();
    let reach = reach(visitor).await?;
    let store = &visitor.site.store;
    let people = people::list(store).await?;
    let people: Vec<_> = people
        .into_iter()
        .filter(|person| person.login.is_some() && person.id != own && reach.has(&person.id))
        .collect();
    let ids: Vec<_> = people.iter().map(|person| person.id.clone()).collect();
    let entries = evidence::of_people(store, &ids).await?;
    let mut found = Vec::new();
    for person in people {
        let entries = entries.get(&person.id).map_or(&[][..], |entries| entries);
        for report in gate_view::reports_of(visitor, entries) {
            found.push((person.clone(), report));
        }
    }
    Ok(found)
}
