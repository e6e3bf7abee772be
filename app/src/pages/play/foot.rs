//! The foot of a play: the answers that are shown now.

use domain::scenario::{Channel, Exit, play::Play};
use leptos::prelude::*;

use super::{
    reply::{letter, reply},
    speak::speak,
    stage::Left,
    tools::paused,
};
use crate::{
    actions::AnswerPlay,
    forms::{Form, action},
    islands::{PLAY_ANSWER, PLAY_CHOICES, PLAY_TIME_OUT},
    play::Opened,
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// What every form of a play carries: which play, and which step.
#[derive(Clone)]
pub(super) struct Step {
    play: String,
    seq: usize,
    /// The class of the foot: a call has none, its screen is one.
    pub(super) foot: Option<&'static str>,
    pub(super) reply: &'static str,
}

impl Step {
    pub(super) fn of(opened: &Opened, on_call: bool) -> Self {
        Self {
            play: opened.record.id.clone(),
            seq: opened.record.events.len() + 1,
            foot: (!on_call).then_some("play-foot"),
            reply: if on_call {
                "reply field"
            } else {
                "play-foot reply field"
            },
        }
    }
}

impl Step {
    /// Where a recording is sent that is an answer for this step.
    pub(super) fn recordings(&self) -> String {
        format!("/recordings/{}/{}", self.play, self.seq)
    }
}

/// The forms. When the time is up and leads on, only that is left to do.
pub(super) fn foot(
    visitor: &Visitor,
    opened: &Opened,
    play: &Play,
    left: Option<Left>,
) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let on_call = opened.scenario()?.channel == Some(Channel::Phone);
    let step = Step::of(opened, on_call);
    if play.paused.is_some() {
        return Ok(paused(visitor, &step));
    }
    let leads_on = left.is_some_and(|left| left.leads_on);
    if left.is_some_and(|left| left.leads_on && left.over) {
        return Ok(view! {
            <div class=step.foot>
                <p>{t!(texts, "play-time-over")}</p>
                {time_out(texts, &step)}
            </div>
        }
        .into_any());
    }
    let waiting = leads_on.then(|| view! { <div hidden="">{time_out(texts, &step)}</div> });
    let answers = answers(visitor, opened, play, &step)?;
    Ok(view! {
        {answers}
        {waiting}
    }
    .into_any())
}

pub(super) fn hidden(step: &Step) -> AnyView {
    view! {
        <input type="hidden" name="play" value=step.play.clone() />
        <input type="hidden" name="seq" value=step.seq.to_string() />
        <input type="hidden" name="tab" disabled />
    }
    .into_any()
}

fn time_out(texts: Texts, step: &Step) -> AnyView {
    let step = hidden(step);
    view! {
        <Form action={action::<AnswerPlay>()} id=PLAY_TIME_OUT>
            {step}
            <input type="hidden" name="way" value="time-out" />
            <div class="actions">
                <button class="button">{t!(texts, "play-time-over-go")}</button>
            </div>
        </Form>
    }
    .into_any()
}

fn answers(visitor: &Visitor, opened: &Opened, play: &Play, step: &Step) -> Result<AnyView, Refusal> {
    let (fields, class) = (hidden(step), step.foot.unwrap_or_default());
    let (texts, lang, scenario) = (visitor.texts, visitor.lang(), opened.scenario()?);
    let Some(node) = scenario.nodes.get(play.node) else {
        return Ok(().into_any());
    };
    Ok(match &node.exit {
        Exit::Choices(choices) => {
            let shown = play.visible(scenario).into_iter().zip(1_u32..);
            let rows = shown.filter_map(|(at, number)| {
                let text = choices.get(at)?.text.get(&lang).to_owned();
                Some(view! {
                    <li>
                        <button class="choice" name="choice" value=number.to_string()>
                            <span class="choice-number" aria-hidden="true">{number}</span>
                            <span inner_html=text></span>
                        </button>
                    </li>
                })
            });
            let rows = rows.collect_view();
            view! {
                <Form action={action::<AnswerPlay>()} class=class id=PLAY_ANSWER>
                    <h2 class="visually-hidden" id="play-asks">{t!(texts, "play-your-answer")}</h2>
                    {fields}
                    <ol class="choices" id=PLAY_CHOICES tabindex="-1" aria-labelledby="play-asks">{rows}</ol>
                </Form>
            }
            .into_any()
        }
        Exit::Reply(exit) if scenario.channel == Some(Channel::Email) => {
            letter(visitor, opened, exit.max, step)?
        }
        Exit::Reply(exit) => {
            let typed = reply(visitor, exit.max, step);
            let spoken = scenario
                .can_be_spoken()
                .then(|| speak(visitor, step, opened.is_practice()));
            view! {
                {typed}
                {spoken}
            }
            .into_any()
        }
        Exit::Go(go) => {
            let text = go.text.get(&lang).to_owned();
            view! {
                <Form action={action::<AnswerPlay>()} class=class id=PLAY_ANSWER>
                    {fields}
                    <input type="hidden" name="way" value="on" />
                    <div class="actions"><button class="button" inner_html=text></button></div>
                </Form>
            }
            .into_any()
        }
        Exit::End(_) => ().into_any(),
    })
}
