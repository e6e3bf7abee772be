use domain::scenario::recording::minutes;
use leptos::prelude::*;

use crate::{
    play::{Note, Remark, Took, critical_word},
    t,
    texts::Texts,
};

/// What stands beside a line of one's own; none when there is nothing to say.
pub(super) fn line_note(texts: Texts, note: &Note) -> Option<AnyView> {
    let critical = note
        .critical
        .iter()
        .map(|critical| critical_word(texts, *critical));
    let earned = note
        .earned
        .iter()
        .map(|(name, points)| format!("{name} +{points}"));
    let took = note.took.map(|took| match took {
        Took::InTime(0) => t!(texts, "play-note-took-none"),
        Took::InTime(seconds) => t!(texts, "play-note-took", n = seconds),
        Took::Late(seconds, limit) => t!(texts, "play-note-late", n = seconds, limit = limit),
    });
    let waits = note.waits.then(|| t!(texts, "play-note-waits"));
    let found = (!note.found.is_empty()).then(|| {
        t!(
            texts,
            "play-note-found",
            words = note.found.join(texts.get("list-comma").as_str())
        )
    });
    let banned = (!note.banned.is_empty()).then(|| {
        t!(
            texts,
            "play-note-banned",
            words = note.banned.join(texts.get("list-comma").as_str())
        )
    });
    let is_critical = !note.critical.is_empty() || banned.is_some();
    let is_gain = !note.earned.is_empty() || found.is_some();
    let points: Vec<String> = critical
        .chain(banned)
        .chain(earned)
        .chain(found)
        .chain(took)
        .chain(waits)
        .collect();
    let silent = note.said.is_empty() && note.moments.is_empty();
    if points.is_empty() && note.feedback.is_none() && note.better.is_none() && silent {
        return None;
    }
    let kind = match (is_critical, is_gain) {
        (true, _) => Some("critical"),
        (false, true) => Some("gain"),
        (false, false) => None,
    };
    let points = (!points.is_empty()).then(|| view! { <p class="line-points">{points.join(" · ")}</p> });
    let feedback = note
        .feedback
        .clone()
        .map(|html| view! { <div inner_html=html></div> });
    let better = note
        .better
        .clone()
        .map(|text| view! { <p inner_html=t!(texts, "play-note-better", text = text)></p> });
    let moments = (!note.moments.is_empty()).then(|| {
        let at: Vec<String> = note.moments.iter().copied().map(minutes).collect();
        let at = at.join(texts.get("list-comma").as_str());
        view! { <p>{t!(texts, "play-note-moment", at = at)}</p> }
    });
    let said = note.said.iter().map(|said| words(texts, said)).collect_view();
    let anchors = anchors(texts, note);
    Some(view! { <div class="line-note" data-kind=kind>{points}{feedback}{better}{moments}{said}{anchors}</div> }.into_any())
}

/// What a rater wrote, after the words it rests on; not who.
fn words(texts: Texts, said: &Remark) -> AnyView {
    let quote = said
        .quote
        .lines()
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    let quote = (!said.quote.is_empty()).then(|| view! { <blockquote class="quoted">{quote}</blockquote> });
    let note = Some(said.note.clone()).filter(|note| !note.is_empty());
    let note = note.map(|note| view! { <p>{t!(texts, "play-note-said", text = note)}</p> });
    view! { {quote}{note} }.into_any()
}

/// What would have earned more, folded.
fn anchors(texts: Texts, note: &Note) -> AnyView {
    if note.anchors.is_empty() {
        return ().into_any();
    }
    let rows = note.anchors.iter().map(|(title, level, text)| {
        view! { <li>{t!(texts, "play-note-anchor", name = title.clone(), n = *level, text = text.clone())}</li> }
    });
    let rows = rows.collect_view();
    view! { <details class="fold"><summary>{t!(texts, "rating-anchors")}</summary><ul class="stack">{rows}</ul></details> }
        .into_any()
}
