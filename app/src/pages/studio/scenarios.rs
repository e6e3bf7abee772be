use domain::{
    content::problem::{Problem, Severity},
    scenario::draft::Draft,
};
use leptos::prelude::*;

use crate::{staff::content::Folder, t, texts::Texts, visitor::Visitor};

/// The role-plays of the folder, each with its map.
pub(super) fn scenarios(visitor: &Visitor, folder: &Folder) -> AnyView {
    let texts = visitor.texts;
    if folder.drafts.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = folder
        .drafts
        .iter()
        .map(|draft| {
            let title = draft.scenario.head.title.get(&visitor.lang()).to_owned();
            let path = format!("/studio/scenarios/{}", draft.scenario.head.id);
            let word = verdict(texts, folder.problems.iter().filter(|problem| draft.has(problem)));
            let (kind, word) = word.unwrap_or_else(|| ("jade", t!(texts, "studio-map-fine")));
            let tone = match kind {
                "error" => "vermilion",
                "warning" => "amber",
                kind => kind,
            };
            view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=path>{title}</a>
                        <span class="row-note"><code>{draft.scenario.head.id.clone()}</code></span>
                    </div>
                    <div class="row-end"><span class="chip" data-tone=tone>{word}</span></div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id="scenarios">
            <h2>{t!(texts, "studio-scenarios")}</h2>
            <p class="muted">{t!(texts, "studio-scenarios-lead")}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The worst that these problems are, and how many are as bad; notes are no problem.
pub(super) fn verdict<'p>(
    texts: Texts,
    problems: impl Iterator<Item = &'p Problem>,
) -> Option<(&'static str, String)> {
    let (mut errors, mut warnings) = (0_usize, 0_usize);
    for problem in problems {
        match problem.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
            Severity::Note => {}
        }
    }
    match (errors, warnings) {
        (0, 0) => None,
        (0, warnings) => Some(("warning", t!(texts, "studio-map-warnings", n = warnings))),
        (errors, _) => Some(("error", t!(texts, "studio-map-errors", n = errors))),
    }
}

/// What is wrong at a node of it.
pub(super) fn at_node(
    texts: Texts,
    folder: &Folder,
    draft: &Draft,
    node: usize,
) -> Option<(&'static str, String)> {
    let here = |problem: &&Problem| draft.node_of(problem) == Some(node);
    verdict(texts, folder.problems.iter().filter(here))
}
