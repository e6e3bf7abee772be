use leptos::prelude::*;
use store::releases::{Change, Kind, Release};

use crate::{
    t,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// The release people work with.
#[component]
pub(super) fn Current(visitor: Visitor, release: Option<Release>) -> AnyView {
    let texts = visitor.texts;
    let Some(release) = release else {
        return ().into_any();
    };
    view! {
        <section class="card">
            <h2 class="card-title">{t!(texts, "studio-current", number = release.number)}</h2>
            <dl class="particulars">
                <dt>{t!(texts, "studio-when")}</dt>
                <dd>{visitor.site.calendar.date_time(release.published)}</dd>
                <dt>{t!(texts, "studio-by")}</dt>
                <dd>{by(&visitor, &release)}</dd>
                <dt>{t!(texts, "studio-note-word")}</dt>
                <dd>{note(&release)}</dd>
                <dt>{t!(texts, "studio-address")}</dt>
                <dd><code>{short(&release)}</code></dd>
            </dl>
        </section>
    }
    .into_any()
}

/// What publishing would change.
#[component]
pub(super) fn Changes(visitor: Visitor, changes: Vec<Change>) -> AnyView {
    let texts = visitor.texts;
    if changes.is_empty() {
        return ().into_any();
    }
    let count = changes.len();
    let rows = changes.into_iter().map(|change| {
        let (tone, word) = match change.kind {
            Kind::Added => (Some("jade"), t!(texts, "studio-added")),
            Kind::Changed => (None, t!(texts, "studio-changed")),
            Kind::Removed => (Some("amber"), t!(texts, "studio-removed")),
        };
        view! {
            <li class="row">
                <div class="row-main"><code class="row-title">{change.path}</code></div>
                <div class="row-end"><span class="chip" data-tone=tone>{word}</span></div>
            </li>
        }
    });
    view! {
        <details class="fold" open=count <= 12>
            <summary>{t!(texts, "studio-changes", n = count)}</summary>
            <ul class="rows">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Every release, the newest first.
#[component]
pub(super) fn History(visitor: Visitor, history: Vec<Release>) -> AnyView {
    let texts = visitor.texts;
    let rows = history.into_iter().map(|release| {
        Row::new([
            t!(texts, "studio-version", number = release.number).into_any(),
            visitor.site.calendar.date_time(release.published).into_any(),
            by(&visitor, &release).into_any(),
            note(&release).into_any(),
            view! { <code>{short(&release)}</code> }.into_any(),
        ])
    });
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "studio-number")),
        Column::words(t!(texts, "studio-when")),
        Column::words(t!(texts, "studio-by")),
        Column::words(t!(texts, "studio-note-word")),
        Column::words(t!(texts, "studio-address")),
    ];
    view! {
        <section class="section">
            <h2>{t!(texts, "studio-history")}</h2>
            <Table label=t!(texts, "studio-history") columns rows />
        </section>
    }
    .into_any()
}

fn note(release: &Release) -> String {
    let note = Some(release.note.clone()).filter(|note| !note.is_empty());
    note.unwrap_or_else(|| "–".to_owned())
}

fn by(visitor: &Visitor, release: &Release) -> String {
    let name = release.publisher_name.clone();
    name.unwrap_or_else(|| t!(visitor.texts, "staff-system"))
}

/// The first twelve digits of the address: enough to tell releases apart.
fn short(release: &Release) -> String {
    release.address.to_string().chars().take(12).collect()
}
