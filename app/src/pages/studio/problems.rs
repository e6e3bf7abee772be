use domain::content::problem::{Problem, Severity};
use leptos::prelude::*;

use crate::{staff::content::Folder, t, texts::Texts};

/// How many problems are shown at once: a folder that is wholly wrong must not make a page of megabytes.
const SHOWN: usize = 200;

/// What the checker says about the content folder, errors first.
#[component]
pub(super) fn Problems(texts: Texts, folder: Folder) -> AnyView {
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| folder.count(severity));
    let mut problems: Vec<&Problem> = folder.problems.iter().collect();
    problems.sort_by_key(|problem| problem.severity);
    let rest = problems.len().saturating_sub(SHOWN);
    let items = problems
        .into_iter()
        .take(SHOWN)
        .map(|problem| row(texts, &folder, problem))
        .collect_view();
    let summary = t!(
        texts,
        "studio-found",
        errors = counts[0],
        warnings = counts[1],
        notes = counts[2]
    );
    view! {
        <section class="section" id="problems">
            <h2>{t!(texts, "studio-problems")}</h2>
            <p class="muted">{summary}</p>
            <ol class="problems">{items}</ol>
            {(rest > 0).then(|| view! { <p class="muted">{t!(texts, "studio-more-problems", n = rest)}</p> })}
        </section>
    }
    .into_any()
}

/// A problem with its place, the line it stands in and how to mend it.
pub(super) fn row(texts: Texts, folder: &Folder, problem: &Problem) -> AnyView {
    let (severity, word) = match problem.severity {
        Severity::Error => ("error", t!(texts, "studio-error")),
        Severity::Warning => ("warning", t!(texts, "studio-warning")),
        Severity::Note => ("note", t!(texts, "studio-notice")),
    };
    let place = format!(
        "{}:{}:{} · {}",
        problem.file, problem.line, problem.column, problem.code
    );
    let message = texts.words(&problem.message).to_owned();
    let help = problem.help.as_ref().map(|help| texts.words(help).to_owned());
    let source = folder.excerpt(problem).map(|[before, marked, after]| {
        let number = format!("{} │ ", problem.line);
        let marked = (!marked.is_empty()).then(|| view! { <mark>{marked}</mark> });
        view! {
            <pre class="source" tabindex="0">
                <span class="line-number">{number}</span>
                {before}
                {marked}
                {after}
            </pre>
        }
    });
    view! {
        <li class="problem" data-severity=severity>
            <p class="problem-message"><span class="severity">{word}</span>" "{message}</p>
            <p class="problem-place">{place}</p>
            {source}
            {help.map(|help| view! { <p class="problem-help">{help}</p> })}
        </li>
    }
    .into_any()
}
