//! A play as it goes on: the conversation so far and the answers there are now, and nothing else of the scenario.

use domain::scenario::{
    Channel,
    play::{Mode, Play},
};
use leptos::prelude::*;

use super::{
    foot,
    hint::hints,
    lines::chat,
    link::link,
    look::Look,
    pace::{pace_word, timed},
    speak::read_aloud,
    tools::tools,
};
use crate::{
    play::{Line, Opened},
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// How much time is left at the shown node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    /// Of so many seconds.
    limit: u32,
    /// Milliseconds left, not under 0.
    millis: u32,
    /// Whether the time being up leads on by itself.
    pub(super) leads_on: bool,
    /// Whether it is up.
    pub(super) over: bool,
    /// Whether it runs.
    runs: bool,
}

impl Left {
    fn of(visitor: &Visitor, opened: &Opened, play: &Play) -> Result<Option<Self>, Refusal> {
        let scenario = opened.scenario()?;
        let within = scenario
            .nodes
            .get(play.node)
            .and_then(|node| node.within.as_ref());
        let deadline = play.deadline(scenario);
        let now = play.paused.unwrap_or(visitor.now);
        let limit = play.limit(scenario).zip(within);
        Ok(limit.zip(deadline).map(|((limit, within), deadline)| Self {
            limit: u32::try_from(limit / 1000).unwrap_or(u32::MAX),
            millis: u32::try_from((deadline.0 - now.0) / 1000).unwrap_or(0),
            leads_on: within.or_else.is_some() && play.mode == Mode::Assessed,
            over: now > deadline,
            runs: play.paused.is_none(),
        }))
    }
}

/// The body of the page.
pub(super) fn stage(
    visitor: &Visitor,
    opened: &Opened,
    play: &Play,
    lines: Vec<Line>,
) -> Result<AnyView, Refusal> {
    let (texts, scenario) = (visitor.texts, opened.scenario()?);
    let title = scenario.head.title.get(&visitor.lang()).to_owned();
    let left = Left::of(visitor, opened, play)?;
    let clock = clock(texts, left, scenario.timely().is_some());
    let foot = foot::foot(visitor, opened, play, left)?;
    let look = Look::of(scenario.channel);
    let conversation = chat(texts, look, &title, &lines);
    let link = link(visitor, opened, play)?;
    let hint = hints(visitor, opened, play)?;
    let (strip, mode) = match play.mode {
        Mode::Practice => (t!(texts, "play-strip-practice"), Some("practice")),
        Mode::Assessed => (t!(texts, "play-strip"), None),
    };
    let pace = timed(scenario)
        .then(|| pace_word(texts, play.pace))
        .flatten()
        .map(|word| view! { <p class="foot-note">{word}</p> });
    let practice = match play.mode {
        Mode::Practice => Some(tools(visitor, opened, play)?),
        Mode::Assessed => None,
    };
    if scenario.channel == Some(Channel::Phone) {
        let caller = lines.iter().rev().find_map(|line| match line {
            Line::Theirs(Some(name), _) => Some(name.clone()),
            _ => None,
        });
        let caller = caller.unwrap_or_else(|| domain::content::html::escape(&t!(texts, "play-customer")));
        return Ok(view! {
            <article class="call">
                <p class="strip" data-mode=mode>{strip}</p>
                {link}
                <header class="call-head">
                    <p class="call-state">{t!(texts, "play-on-call")}</p>
                    <h1 class="visually-hidden">{title}</h1>
                    <p class="call-name" inner_html=caller></p>
                    {read_aloud(texts)}
                </header>
                {conversation}
                {clock}
                {pace}
                {practice}
                {hint}
                {foot}
            </article>
        }
        .into_any());
    }
    Ok(view! {
        <div class="play">
            <p class="strip" data-mode=mode>{strip}</p>
            {link}
            <header class="play-head">
                <h1>{title}</h1>
                {clock}
                {pace}
                {practice}
            </header>
            {conversation}
            {hint}
            {foot}
        </div>
    }
    .into_any())
}

/// The time there is, in words, and its bar, which scripts let run.
fn clock(texts: Texts, left: Option<Left>, earns: bool) -> AnyView {
    let bar = left.map(|left| {
        let seconds = left.millis.div_ceil(1000);
        let over = match (left.leads_on, earns) {
            (true, _) => t!(texts, "play-time-over"),
            (false, true) => t!(texts, "play-time-over-late"),
            (false, false) => t!(texts, "play-time-over-still"),
        };
        let limit = t!(texts, "play-limit", n = left.limit);
        let said = if left.over { over.clone() } else { limit.clone() };
        let still = (!left.over).then(|| t!(texts, "play-limit-left", n = seconds));
        view! {
            <p class="play-seconds" id="play-seconds">{said}</p>
            <noscript><p class="foot-note">{still}</p></noscript>
            <progress
                class="clock"
                id="play-clock"
                aria-label=t!(texts, "play-clock")
                data-limit=limit
                value=seconds
                max=left.limit
                data-low=(seconds <= 10).then_some("")
                data-left=left.runs.then_some(left.millis)
                data-leads-on=left.leads_on.then_some("")
                data-word=t!(texts, "play-left", n = "%")
                data-over=over
            >
                {t!(texts, "play-left", n = seconds)}
            </progress>
        }
    });
    bar.into_any()
}
