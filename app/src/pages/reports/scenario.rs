use domain::{
    content::{excerpt, plain_text},
    scenario::{Exit, map::Way, traffic::Stop},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    frame::{Page, crumbs, page},
    pages::scenario_map::{Overlay, drawing},
    reports::{ScenarioReport, length, may_read, share},
    t,
    texts::Texts,
    ui::{Column, PageHead, Row, Table},
    visitor::Visitor,
};

/// How much of what is said at a node is shown, in narrow characters.
const SAID: usize = 60;

/// `/reports/scenarios/SCENARIO`: which answers people gave, where they fail, how long it takes.
#[component]
pub(crate) fn ScenarioReportPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let id = params.get("scenario").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let reader = may_read(&visitor)?;
        let report = ScenarioReport::of(&visitor, &reader, &id).await?;
        let texts = visitor.texts;
        let title = report.scenario.head.title.get(&visitor.lang()).to_owned();
        let lead = t!(texts, "traffic-lead", n = report.traffic.plays);
        let back = crumbs(texts, [("/reports/quizzes", t!(texts, "nav-reports"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=lead />
            <section class="section">
                <h2>{t!(texts, "traffic-map")}</h2>
                {map(texts, &report)}
            </section>
            <section class="section">
                <h2>{t!(texts, "traffic-nodes")}</h2>
                {table(&visitor, &report)}
            </section>
        };
        Ok(Page::new(title, body))
    })
}

/// How many went each way, and where critical errors were made.
fn map(texts: Texts, report: &ScenarioReport) -> AnyView {
    let traffic = &report.traffic;
    let critical = |node: usize| traffic.nodes.get(node).is_some_and(|stop| stop.critical > 0);
    let overlay = Overlay {
        label: t!(texts, "traffic-map-label", n = traffic.plays),
        caption: t!(texts, "traffic-map-caption"),
        taken: &|node, way| (traffic.taken(node, way), traffic.plays),
        mark: &|node| critical(node).then(|| ("critical", String::new())),
    };
    drawing(&report.scenario, overlay)
}

fn table(visitor: &Visitor, report: &ScenarioReport) -> AnyView {
    let texts = visitor.texts;
    let columns = vec![
        Column::words(t!(texts, "traffic-node")),
        Column::words(t!(texts, "traffic-answers")),
        Column::number(t!(texts, "traffic-visits")),
        Column::number(t!(texts, "traffic-time")),
        Column::number(t!(texts, "traffic-late")),
        Column::number(t!(texts, "traffic-critical")),
    ];
    let stops = report.traffic.nodes.iter().enumerate();
    let rows = stops
        .map(|(node, stop)| row(visitor, report, node, stop))
        .collect();
    view! { <Table label=t!(texts, "traffic-nodes") columns rows /> }.into_any()
}

fn row(visitor: &Visitor, report: &ScenarioReport, node: usize, stop: &Stop) -> Row {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let Some(known) = report.scenario.nodes.get(node) else {
        return Row::new([]);
    };
    let said = excerpt(known.body.get(&lang), SAID);
    let time = stop
        .median_seconds
        .map_or_else(|| "–".to_owned(), |seconds| length(texts, seconds));
    Row::new([
        view! {
            <code>{known.id.clone()}</code>
            <br />
            <span class="muted">{said}</span>
        }
        .into_any(),
        answers(visitor, report, node, stop),
        stop.visits.into_any(),
        time.into_any(),
        stop.late.into_any(),
        stop.critical.into_any(),
    ])
    .at(format!("node-{}", known.id))
}

/// Each answer with how often it was given.
fn answers(visitor: &Visitor, report: &ScenarioReport, node: usize, stop: &Stop) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let exit = report.scenario.nodes.get(node).map(|node| &node.exit);
    let words = |way: Way| match (way, exit) {
        (Way::Choice(at), Some(Exit::Choices(choices))) => choices
            .get(at as usize)
            .map(|choice| choice.plain.get(&lang).to_owned()),
        (Way::TimeOut, _) => Some(t!(texts, "traffic-timeout")),
        (Way::On, Some(Exit::Go(go))) => Some(plain_text(go.text.get(&lang))),
        (Way::On, _) => Some(t!(texts, "traffic-reply")),
        _ => None,
    };
    let lines = stop.ways.iter().filter_map(|(way, count)| {
        let percent = t!(texts, "report-percent", n = share(*count, stop.visits));
        let words = format!("{} ", words(*way)?);
        Some(view! { <li>{words}<strong>{*count}</strong>{format!(" · {percent}")}</li> })
    });
    let lines = lines.collect_view();
    if let Some(Exit::End(pass)) = exit {
        let word = if *pass {
            t!(texts, "traffic-end-pass")
        } else {
            t!(texts, "traffic-end-fail")
        };
        return view! { <span class="muted">{word}</span> }.into_any();
    }
    view! { <ul class="plain">{lines}</ul> }.into_any()
}
