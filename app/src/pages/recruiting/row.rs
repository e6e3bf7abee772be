//! An interview as a row: when, who or with which kit, how far.

use leptos::prelude::*;
use store::interviews::Interview;

use super::shown;
use crate::{t, texts::Texts, visitor::Visitor};

/// The title of an interview's kit, as it is now.
pub(super) fn kit_title(visitor: &Visitor, kit: &str) -> String {
    let found = visitor.library.interviews.get(kit);
    found.map_or_else(
        || kit.to_owned(),
        |found| found.head.title.get(&visitor.lang()).to_owned(),
    )
}

/// How an interview ended, or how many sheets are in.
fn state(interview: &Interview, texts: Texts) -> String {
    let Some(decision) = interview.decision else {
        let submitted = interview
            .raters
            .iter()
            .filter(|rater| rater.submitted.is_some())
            .count();
        return t!(
            texts,
            "interview-submitted-of",
            n = submitted,
            all = interview.raters.len()
        );
    };
    let word = if decision.passed {
        t!(texts, "interview-passed")
    } else {
        t!(texts, "interview-failed")
    };
    let total = decision.total.map_or_else(
        || t!(texts, "interview-no-total"),
        |total| t!(texts, "interview-total", total = total.shown()),
    );
    format!("{word} · {total}")
}

/// One interview; `named` shows the candidate instead of the kit.
pub(super) fn row(visitor: &Visitor, interview: &Interview, own: &str, named: bool) -> AnyView {
    let texts = visitor.texts;
    let mine = interview.raters.iter().find(|rater| rater.account == own);
    let button = match (mine.map(|mine| mine.submitted), interview.decision) {
        (Some(None), None) => t!(texts, "interview-open-sheet"),
        (Some(Some(_)), _) => t!(texts, "interview-see-debrief"),
        _ => t!(texts, "interview-open"),
    };
    let href = format!("/interviews/{}", interview.id);
    let when = visitor.site.calendar.date_time(interview.at);
    let calendar = &visitor.site.calendar;
    let time = if calendar.date(interview.at) == calendar.date(visitor.now) {
        when.split(' ').nth(1).unwrap_or_default().to_owned()
    } else {
        when.clone()
    };
    let title = if named {
        shown(interview.name.as_deref(), texts)
    } else {
        kit_title(visitor, &interview.kit)
    };
    let room = if interview.room.is_empty() {
        t!(texts, "interview-no-room")
    } else {
        interview.room.clone()
    };
    let raters: Vec<&str> = interview.raters.iter().map(|rater| rater.name.as_str()).collect();
    let note = format!("{room} · {}", raters.join(&t!(texts, "list-joint")));
    view! {
        <li class="row" data-done=interview.decision.map(|_| "")>
            <time class="row-time" datetime=when.replace(' ', "T")>{time}</time>
            <div class="row-main">
                <a class="row-title" href=href.clone()>{title}</a>
                <span class="row-note">{note}</span>
                <span class="row-note">{state(interview, texts)}</span>
            </div>
            <div class="row-end"><a class="button quiet small" href=href>{button}</a></div>
        </li>
    }
    .into_any()
}
