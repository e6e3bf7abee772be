//! The form that plans an interview.

use leptos::prelude::*;
use store::candidates::{Candidate, Named};

use crate::{
    actions::PlanInterview,
    forms::{Form, action},
    recruiting::RATER,
    t,
    ui::{Field, Select},
    visitor::Visitor,
};

/// The name of the form's action.
const FORM: &str = "plan-interview";

#[component]
pub(super) fn Plan(
    visitor: Visitor,
    candidate: Candidate,
    raters: Vec<Named>,
    /// The account of whoever plans.
    own: String,
    /// Whether it would be the first interview.
    first: bool,
) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    // Kits for the role applied for come first.
    let mut kits: Vec<_> = visitor.library.interviews.values().collect();
    kits.sort_by_key(|kit| !kit.roles.iter().any(|role| candidate.roles.contains(role)));
    let kits = kits
        .iter()
        .map(|kit| (kit.head.id.clone(), kit.head.title.get(&lang).to_owned()))
        .collect();
    let back = visitor
        .flash
        .as_ref()
        .filter(|flash| flash.form == FORM && !flash.good);
    let typed = |field| visitor.typed(FORM, field).map(ToOwned::to_owned);
    let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
    let hour = visitor.now.plus_seconds(3600);
    let soon = visitor.site.calendar.date_time(hour).replace(' ', "T");
    let soon = soon
        .split(':')
        .next()
        .map(|hour| format!("{hour}:00"))
        .unwrap_or_default();
    let another = raters
        .iter()
        .find(|rater| rater.id != own)
        .map(|rater| rater.id.clone());
    let boxes = raters.into_iter().map(|rater| {
        let name = format!("{RATER}{}", rater.id);
        let checked = match back {
            Some(flash) => flash.fields.iter().any(|(sent, _)| *sent == name),
            None => rater.id == own || Some(&rater.id) == another.as_ref(),
        };
        view! {
            <label class="choice-row">
                <input class="box" type="checkbox" name=name value="1" checked=checked />
                <span>{rater.name}</span>
            </label>
        }
    });
    let fields = view! {
        <input type="hidden" name="candidate" value=candidate.id />
        <Select
            name="kit"
            label=t!(texts, "interview-kit")
            options=kits
            chosen=typed("kit").unwrap_or_default()
            error=error("kit")
        />
        <Field
            name="at"
            label=t!(texts, "interview-at")
            kind="datetime-local"
            value=typed("at").unwrap_or(soon)
            required=true
            error=error("at")
        />
        <Field
            name="room"
            label=t!(texts, "interview-room")
            hint=t!(texts, "interview-room-hint")
            value=typed("room").unwrap_or_default()
            error=error("room")
        />
        <fieldset class="field">
            <legend>{t!(texts, "interview-raters")}</legend>
            <p class="hint">{t!(texts, "interview-raters-hint")}</p>
            <div class="choice-rows">{boxes.collect_view()}</div>
            {error("rater").map(|error| view! { <p class="error">{error}</p> })}
        </fieldset>
        <div class="actions">
            <button class="button quiet">{t!(texts, "interview-plan")}</button>
        </div>
    }
    .into_any();
    view! {
        <details class="fold" open={first || back.is_some()}>
            <summary>{t!(texts, "interview-plan")}</summary>
            <Form action={action::<PlanInterview>()} class="form">{fields}</Form>
        </details>
    }
    .into_any()
}
