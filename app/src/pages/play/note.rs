use domain::scenario::recording::minutes;
use leptos::prelude::*;

use crate::{
    play::{Note, critical_word},
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
    let said = note.said.iter();
    let said = said
        .map(|said| view! { <p>{t!(texts, "play-note-said", text = said.clone())}</p> })
        .collect_view();
    let moments = (!note.moments.is_empty()).then(|| {
        let at: Vec<String> = note.moments.iter().copied().map(minutes).collect();
        let at = at.join(texts.get("list-comma").as_str());
        view! { <p>{t!(texts, "play-note-moment", at = at)}</p> }
    });
    Some(
        view! { <div class="line-note" data-kind=kind>{points}{feedback}{better}{moments}{said}</div> }
            .into_any(),
    )
}
