use domain::{
    quiz::Allowance,
    scenario::{Scenario as Script, pace::Pace, sitting::patience},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    evidence,
    plays::{self, Mode, PlayState, Summary},
};

use super::{
    begin::begin,
    pace::{pace_word, timed},
    scenario_past::{history, without_result},
};
use crate::{
    frame::{Page, crumbs, page},
    play::channel_word,
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/scenarios/:scenario`
#[component]
pub(crate) fn Scenario() -> impl IntoView {
    let id = use_params_map()
        .get_untracked()
        .get("scenario")
        .unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let texts = visitor.texts;
        let library = visitor.library.clone();
        let script = library.scenarios.get(&id).ok_or(Refusal::NotFound)?;
        let mut earlier = plays::own(&visitor.site.store, &learner).await?;
        earlier.retain(|play| play.scenario == id);
        let title = script.head.title.get(&visitor.lang()).to_owned();
        let assessed = main_action(&visitor, &id, &earlier, Mode::Assessed);
        let is_assessed = earlier
            .iter()
            .any(|play| play.state == PlayState::Open && play.mode == Mode::Assessed);
        let main = match is_assessed {
            true => view! {
                <div class="actions">{assessed}</div>
                <p class="muted">{t!(texts, "play-assessed-open")}</p>
            }
            .into_any(),
            false => view! {
                <div class="actions">
                    {assessed}
                    {main_action(&visitor, &id, &earlier, Mode::Practice)}
                </div>
            }
            .into_any(),
        };
        let back = crumbs(texts, [("/practice", t!(texts, "nav-practice"))]);
        let entries = evidence::of_person(&visitor.site.store, &learner.person).await?;
        let pace = Pace::of(Allowance::of(entries.iter(), "").time);
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=t!(texts, "play-lead")>{main}</PageHead>
            {without_result(texts, &earlier)}
            {about(script, &visitor, pace)}
            {history(&visitor, earlier)}
        };
        Ok(Page::new(title, body))
    })
}

/// What begins a play, or goes on with the one that was begun.
fn main_action(visitor: &Visitor, scenario: &str, earlier: &[Summary], mode: Mode) -> AnyView {
    let texts = visitor.texts;
    let (class, start, go_on) = match mode {
        Mode::Assessed => ("button", t!(texts, "play-start"), t!(texts, "play-continue")),
        Mode::Practice => (
            "button quiet",
            t!(texts, "play-practise"),
            t!(texts, "play-practise-on"),
        ),
    };
    let is_open = |play: &&Summary| play.state == PlayState::Open && play.mode == mode;
    if let Some(play) = earlier.iter().find(is_open) {
        let path = format!("/plays/{}", play.id);
        return view! { <a class=class href=path>{go_on}</a> }.into_any();
    }
    begin(scenario, mode, class, start)
}

fn about(script: &Script, visitor: &Visitor, pace: Pace) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let criteria: Vec<_> = script
        .criteria
        .iter()
        .map(|criterion| view! { <span class="chip hollow">{criterion.title.get(&lang).to_owned()}</span> })
        .collect();
    let minutes = patience(pace) / 60;
    let (time, pace) = if timed(script) {
        (t!(texts, "play-timed"), pace_word(texts, pace))
    } else {
        (t!(texts, "play-untimed"), None)
    };
    let pace = pace.map(|word| view! { <p class="muted">{word}</p> });
    let rated = (!criteria.is_empty()).then(|| {
        view! {
            <dt>{t!(texts, "play-criteria")}</dt>
            <dd><span class="chips">{criteria}</span></dd>
        }
    });
    view! {
        <section class="section">
            <h2>{t!(texts, "play-situation")}</h2>
            <div class="stack">
            <div class="prose" inner_html=script.intro.get(&lang).to_owned()></div>
            <dl class="particulars">
                <dt>{t!(texts, "play-channel")}</dt>
                <dd>{channel_word(texts, script.channel)}</dd>
                <dt>{t!(texts, "play-pass")}</dt>
                <dd>{t!(texts, "play-pass-from", n = script.pass.rounded())}</dd>
                {rated}
                <dt>{t!(texts, "play-time")}</dt>
                <dd>{time} {pace}</dd>
                <dt>{t!(texts, "play-sitting")}</dt>
                <dd>{t!(texts, "play-one-sitting", n = minutes)}</dd>
            </dl>
            </div>
        </section>
    }
    .into_any()
}
