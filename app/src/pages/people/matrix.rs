use domain::{
    content::role::{Role, Stage},
    gate::Item,
};
use leptos::prelude::*;

use super::order::Standing;
use crate::{
    gate_view::{self, Line},
    staff::segment,
    t,
    ui::{Scroll, StateShape},
    visitor::Visitor,
};

/// People × requirements of a role.
pub(super) fn matrix(visitor: &Visitor, role: &str, standings: &[Standing]) -> AnyView {
    let texts = visitor.texts;
    let Some(role) = visitor.library.roles.get(role) else {
        return ().into_any();
    };
    let head = head(visitor, role, standings);
    let rows = standings
        .iter()
        .map(|standing| row(visitor, standing))
        .collect_view();
    view! {
        <Scroll label=t!(texts, "people-matrix")>
            <table class="table matrix">
                <thead>{head}</thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
        {legend(visitor)}
    }
    .into_any()
}

fn head(visitor: &Visitor, role: &Role, standings: &[Standing]) -> AnyView {
    let who = t!(visitor.texts, "people-who");
    let items: &[Item] = standings.first().map_or(&[], |standing| &standing.report.items);
    let titles = items.iter().enumerate().map(|(index, item)| {
        let class = starts(role, items, index).then_some("stage-start");
        view! { <th scope="col" class=class>{gate_view::title(visitor, &item.requirement)}</th> }
    });
    let titles = titles.collect_view();
    if !staged(role) {
        return view! { <tr><th scope="col">{who}</th>{titles}</tr> }.into_any();
    }
    let stages = role.stages.iter().filter(|stage| !stage.requires.is_empty());
    let stages = stages.map(|stage| {
        let width = stage.requires.len();
        view! { <th colspan=width scope="colgroup">{name(visitor, stage)}</th> }
    });
    view! {
        <tr><th rowspan="2" scope="col">{who}</th>{stages.collect_view()}</tr>
        <tr>{titles}</tr>
    }
    .into_any()
}

fn row(visitor: &Visitor, standing: &Standing) -> AnyView {
    let report = &standing.report;
    let login = standing.person.login.clone().unwrap_or_default();
    let name = standing.name();
    let name = if login.is_empty() {
        view! { <span class="matrix-name">{name}</span> }.into_any()
    } else {
        let href = format!("/people/{}", segment(&login));
        view! { <a class="matrix-name" href=href>{name}</a> }.into_any()
    };
    let role = visitor.library.roles.get(&report.role);
    let cells = report.items.iter().enumerate().map(|(index, item)| {
        let Line {
            state, title, word, ..
        } = Line::of(visitor, item, &login);
        let start = role.is_some_and(|role| starts(role, &report.items, index));
        view! {
            <td data-state=state class=start.then_some("stage-start")>
                <StateShape state />
                <span class="cell-text">
                    {t!(visitor.texts, "people-cell", title = title)}
                    <span class="state">{word}</span>
                </span>
            </td>
        }
    });
    view! {
        <tr>
            <th scope="row">{name} {gate_view::lamp(visitor, report, true)}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn legend(visitor: &Visitor) -> AnyView {
    let states = [
        ("met", "state-met"),
        ("pending", "state-pending"),
        ("missing", "state-missing"),
        ("expired", "state-expired"),
    ];
    let states = states.map(|(state, word)| {
        view! { <li data-state=state><StateShape state />{visitor.texts.get(word)}</li> }
    });
    view! { <ul class="legend">{states.collect_view()}</ul> }.into_any()
}

/// Whether the role has stages worth a head of their own.
fn staged(role: &Role) -> bool {
    role.stages.iter().any(|stage| stage.name.is_some())
}

/// Whether an item is the first of its stage.
fn starts(role: &Role, items: &[Item], index: usize) -> bool {
    let stage = |index: usize| items.get(index).map(|item| item.stage);
    staged(role) && (index == 0 || stage(index) != stage(index - 1))
}

fn name(visitor: &Visitor, stage: &Stage) -> String {
    let name = stage.name.as_ref();
    name.map_or_else(String::new, |name| name.get(&visitor.lang()).to_owned())
}
