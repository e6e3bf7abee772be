//! What practice tells before an answer, folded: whoever wants to find out alone does not see it.

use domain::scenario::{Exit, hint::hint, play::Play};
use leptos::prelude::*;

use crate::{play::Opened, refusal::Refusal, t, visitor::Visitor};

/// The hint at the node that is shown; nothing in an assessed play, and while one goes on beside it, why there is none.
///
/// # Errors
/// When the play's release lacks its scenario.
pub(super) fn hints(visitor: &Visitor, opened: &Opened, play: &Play) -> Result<AnyView, Refusal> {
    let (texts, lang, scenario) = (visitor.texts, visitor.lang(), opened.scenario()?);
    let Some(hint) = hint(scenario, play) else {
        return Ok(().into_any());
    };
    if opened.record.is_beside {
        return Ok(beside(visitor, opened));
    }
    let title = |at: usize| {
        let criterion = scenario.criteria.get(at);
        criterion.map(|criterion| criterion.title.get(&lang).to_owned())
    };
    let names: Vec<String> = hint.criteria.iter().filter_map(|at| title(*at)).collect();
    let about = match names.is_empty() {
        true => t!(texts, "play-hint-unscored"),
        false => t!(
            texts,
            "play-hint-criteria",
            names = names.join(texts.get("list-comma").as_str())
        ),
    };
    let is_reply = matches!(
        scenario.nodes.get(play.node).map(|node| &node.exit),
        Some(Exit::Reply(_))
    );
    let risk = hint.is_risky.then(|| match is_reply {
        true => t!(texts, "play-hint-banned"),
        false => t!(texts, "play-hint-risky"),
    });
    let best = hint.best.iter().filter_map(|anchor| {
        let (name, text) = (title(anchor.criterion)?, anchor.text.get(&lang).to_owned());
        Some(t!(texts, "play-hint-best", name = name, text = text))
    });
    let lines = [Some(about), risk].into_iter().flatten().chain(best);
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    Ok(view! {
        <details class="fold play-hint">
            <summary>{t!(texts, "play-hint")}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any())
}

/// That nothing is told about a play while an assessed one of the same role-play goes on.
pub(super) fn beside(visitor: &Visitor, opened: &Opened) -> AnyView {
    let words = opened
        .record
        .is_beside
        .then(|| t!(visitor.texts, "play-assessed-open"));
    let notice = words.map(|words| view! { <div class="notice" data-kind="warn"><p>{words}</p></div> });
    view! { {notice} }.into_any()
}
