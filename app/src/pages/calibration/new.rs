use domain::content::excerpt;
use leptos::prelude::*;
use store::{
    calibrations::{self, Candidate, Kind, Subject},
    ratings::Source,
};

use crate::{
    actions::MakeCalibration,
    calibration::{Task, code, find, subjects},
    forms::{Form, action},
    frame::{Page, crumbs, page},
    refusal::Refusal,
    t,
    ui::{Empty, Field, PageHead},
    visitor::Visitor,
};

/// How much of a question stands in the list, in narrow characters.
const SHOWN: usize = 90;

/// `/ratings/calibrations/new`: first what to calibrate, then, with `?subject=`, which answers.
#[component]
pub(crate) fn NewCalibration() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let texts = visitor.texts;
        let back = crumbs(texts, [("/ratings/calibrations", t!(texts, "calibration-title"))]);
        let Some(wanted) = visitor.query("subject") else {
            let title = t!(texts, "calibration-new");
            let body = view! {
                <PageHead title=title.clone() crumbs=back lead=t!(texts, "calibration-which-lead") />
                {choose(&visitor)}
            };
            return Ok(Page::new(title, body));
        };
        let subject = find(&visitor.library, &wanted).ok_or(Refusal::NotFound)?;
        let task = Task::of(&visitor.library, &subject, &visitor.lang()).ok_or(Refusal::NotFound)?;
        let answers = calibrations::candidates(&visitor.site.store, &trainer, &subject).await?;
        let title = task.title.clone();
        let body = view! {
            <PageHead title=t!(texts, "calibration-new") crumbs=back lead=task.title.clone() />
            <section class="card">
                <h2 class="card-title">{t!(texts, "calibration-question")}</h2>
                <div class="prose" inner_html=task.prompt></div>
            </section>
            {form(&visitor, &subject, &title, &answers)}
        };
        Ok(Page::new(t!(texts, "calibration-new"), body))
    })
}

/// Everything that people rate, each a way on.
fn choose(visitor: &Visitor) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let rows: Vec<_> = subjects(&visitor.library)
        .iter()
        .filter_map(|subject| {
            let task = Task::of(&visitor.library, subject, &lang)?;
            let kind = match subject.kind {
                Kind::Reply => t!(texts, "calibration-kind-reply"),
                Kind::Essay => t!(texts, "calibration-kind-essay"),
            };
            let note = format!("{kind} · {}", excerpt(&task.prompt, SHOWN));
            let path = format!("/ratings/calibrations/new?subject={}", code(subject));
            Some(view! {
                <li class="row">
                    <div class="row-main">
                        <a class="row-title" href=path>{task.title}</a>
                        <span class="row-note">{note}</span>
                    </div>
                </li>
            })
        })
        .collect();
    if rows.is_empty() {
        let (title, hint) = (
            t!(texts, "calibration-nothing"),
            t!(texts, "calibration-nothing-hint"),
        );
        return view! { <Empty title hint /> }.into_any();
    }
    view! {
        <section class="section">
            <h2>{t!(texts, "calibration-which")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn form(visitor: &Visitor, subject: &Subject, title: &str, answers: &[Candidate]) -> AnyView {
    let texts = visitor.texts;
    let typed = |name: &str| visitor.typed("make-calibration", name).map(str::to_owned);
    let error = |name: &str| visitor.error("make-calibration", name).map(str::to_owned);
    let name = typed("title").unwrap_or_else(|| t!(texts, "calibration-default-name", title = title));
    let came_back = visitor
        .flash
        .as_ref()
        .filter(|flash| flash.form == "make-calibration");
    let boxes: Vec<_> = answers
        .iter()
        .map(|answer| {
            let value = value(answer);
            let is_answer = |(name, kept): &(String, String)| name == "answer" && *kept == value;
            let checked = came_back.is_none_or(|flash| flash.fields.iter().any(is_answer));
            view! {
                <label class="choice-row">
                    <input class="box" type="checkbox" name="answer" value=value checked=checked />
                    <span>{answer.text.clone()}</span>
                </label>
            }
        })
        .collect();
    let given = if boxes.is_empty() {
        view! { <p class="muted">{t!(texts, "calibration-no-answers")}</p> }.into_any()
    } else {
        view! {
            <fieldset class="field">
                <legend>{t!(texts, "calibration-answers")}</legend>
                <p class="hint">{t!(texts, "calibration-answers-hint")}</p>
                <div class="choice-rows">{boxes}</div>
            </fieldset>
        }
        .into_any()
    };
    let (subject, wrong_title, wrong) = (code(subject), error("title"), error("written"));
    let written = typed("written").unwrap_or_default();
    view! {
        <Form action={action::<MakeCalibration>()} class="form">
            <input type="hidden" name="subject" value=subject />
            <Field name="title" label=t!(texts, "calibration-name") value=name error=wrong_title required=true />
            {given}
            <Field
                name="written"
                label=t!(texts, "calibration-written")
                hint=t!(texts, "calibration-written-hint")
                kind="textarea"
                value=written
                error=wrong
            />
            <div class="actions"><button class="button">{t!(texts, "calibration-make")}</button></div>
        </Form>
    }
    .into_any()
}

fn value(answer: &Candidate) -> String {
    let kind = match answer.source {
        Source::Play(_) => "play",
        Source::Attempt(_) => "attempt",
    };
    format!("{kind} {} {}", answer.source.id(), answer.part)
}
