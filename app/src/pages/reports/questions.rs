use domain::quiz::statistics::{LEAST, Numbers};
use leptos::prelude::*;

use super::{chart::facilities, options::options};
use crate::{
    reports::{Asked, QuizReport, flag},
    t,
    texts::Texts,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// Questions that should be looked at, those with the gravest flag first.
pub(super) fn look(visitor: &Visitor, report: &QuizReport) -> AnyView {
    let mut flagged: Vec<_> = report
        .asked
        .iter()
        .filter_map(|asked| Some((asked, asked.version.numbers.as_ref()?)))
        .filter(|(asked, numbers)| asked.place.is_some() && !numbers.flags.is_empty())
        .collect();
    if flagged.is_empty() {
        return ().into_any();
    }
    flagged.sort_by_key(|(_, numbers)| numbers.flags.first().copied());
    let rows = flagged.into_iter().map(|(asked, numbers)| {
        let flags = numbers.flags.iter().map(|of| flag(visitor.texts, *of));
        let flags = flags.map(|words| view! { <span class="row-note">{words}</span> });
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=format!("#{}", anchor(asked))>{title(visitor, asked)}</a>
                    {flags.collect_view()}
                </div>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section" aria-labelledby="look">
            <h2 id="look">{t!(visitor.texts, "report-look")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// All questions with their numbers, as a chart and as a table, and how their options were taken.
pub(super) fn table(visitor: &Visitor, report: &QuizReport) -> AnyView {
    let texts = visitor.texts;
    if report.asked.is_empty() {
        return ().into_any();
    }
    let shown: Vec<(usize, &Numbers)> = report
        .asked
        .iter()
        .filter_map(|asked| Some((asked.place?, asked.version.numbers.as_ref()?)))
        .collect();
    let chart = (!shown.is_empty()).then(|| facilities(texts, &shown));
    let rows = report.asked.iter().map(|asked| row(visitor, asked)).collect();
    let columns = vec![
        Column::words(t!(texts, "report-question")),
        Column::number(t!(texts, "report-answers")),
        Column::number(t!(texts, "report-facility")),
        Column::number(t!(texts, "report-discrimination")),
        Column::number(t!(texts, "report-blank")),
    ];
    let details = report.asked.iter().filter_map(|asked| options(visitor, asked));
    let details = details.collect_view();
    view! {
        <section class="section">
            <h2>{t!(texts, "report-questions")}</h2>
            {chart}
            <Table label=t!(texts, "report-questions") columns rows />
            {details}
        </section>
    }
    .into_any()
}

fn row(visitor: &Visitor, asked: &Asked) -> Row {
    let version = &asked.version;
    let mut cells = vec![title(visitor, asked).into_any(), version.answers.into_any()];
    match &version.numbers {
        None => {
            let few = t!(visitor.texts, "report-few", n = version.answers, least = LEAST);
            cells.push(few.into_any());
        }
        Some(numbers) => {
            let discrimination = numbers.discrimination.map(|r| r.to_string());
            cells.extend([
                numbers.facility.to_string().into_any(),
                discrimination.unwrap_or_else(|| "–".to_owned()).into_any(),
                numbers.blank.into_any(),
            ]);
        }
    }
    Row::new(cells).at(anchor(asked))
}

/// Its place and what it asks; an older version says that it is one.
pub(super) fn title(visitor: &Visitor, asked: &Asked) -> String {
    let text = asked.text(visitor);
    match asked.place {
        Some(place) => format!("{place}. {text}"),
        None => older(visitor.texts, text),
    }
}

fn older(texts: Texts, text: String) -> String {
    t!(texts, "report-older", question = text)
}

/// The id of its row.
pub(super) fn anchor(asked: &Asked) -> String {
    let mut id = format!("v{}", asked.version.version);
    id.truncate(13);
    id
}
