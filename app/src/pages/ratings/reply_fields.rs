//! What a rater fills in about a typed reply: which words of it, points with their anchors, what is banned, a note.

use domain::scenario::recording::minutes;
use leptos::prelude::*;
use store::ratings::Given;

use super::spoken;
use crate::{
    play::{CriterionTask, Looked, ReplyTask},
    t,
    visitor::Visitor,
};

/// A form about a reply: its name, whether it came back with errors, and what a rating said that it begins with.
#[derive(Clone, Copy)]
pub(super) struct Filled<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) form: &'static str,
    pub(super) came_back: bool,
    pub(super) given: Option<&'a Given>,
}

impl Filled<'_> {
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.visitor.typed(self.form, name).filter(|_| self.came_back)
    }

    pub(super) fn error(&self, name: &str) -> AnyView {
        let error = self.visitor.error(self.form, name).filter(|_| self.came_back);
        let error = error.map(|error| view! { <p class="error">{error.to_owned()}</p> });
        view! { {error} }.into_any()
    }

    /// The value of a field as it was sent, or as the rating before says.
    fn value(&self, name: &str, before: impl FnOnce(&Given) -> Option<String>) -> Option<String> {
        if self.came_back {
            return self.typed(name).map(str::to_owned);
        }
        self.given.and_then(before)
    }
}

/// The fields, in the order in which a rater thinks: first what was seen, then what it is worth.
pub(super) fn reply_fields(filled: Filled<'_>, task: &ReplyTask, id: &str) -> AnyView {
    let texts = filled.visitor.texts;
    let guide = task.guide.clone().map(|guide| {
        view! {
            <div class="notice" data-kind="info">
                <p class="notice-title">{t!(texts, "rating-guide")}</p>
                <p>{guide}</p>
            </div>
        }
    });
    let criteria = task
        .criteria
        .iter()
        .map(|one| criterion(filled, one))
        .collect_view();
    let note = format!("note-{id}");
    let kept = filled
        .value("note", |given| Some(given.note.clone()))
        .unwrap_or_default();
    let moment = filled.value("moment", |given| given.moment.map(minutes));
    let error = filled
        .visitor
        .error(filled.form, "moment")
        .filter(|_| filled.came_back);
    let error = error.map(|error| view! { <p class="error">{error.to_owned()}</p> }.into_any());
    view! {
        {guide}
        {quote(filled, task)}
        {criteria}
        {filled.error("points")}
        {banned(filled, task)}
        {spoken::moment(texts, task, id, moment, error)}
        <div class="field">
            <label for=note.clone()>
                {t!(texts, "rating-note")} " " <span class="optional">{t!(texts, "rating-optional")}</span>
            </label>
            <textarea id=note name="note" rows="2" maxlength="2000">{kept}</textarea>
        </div>
    }
    .into_any()
}

/// The sentences of the reply, to be ticked; nothing where there are none.
fn quote(filled: Filled<'_>, task: &ReplyTask) -> AnyView {
    if task.sentences.is_empty() {
        return ().into_any();
    }
    let texts = filled.visitor.texts;
    let alone = task.sentences.len() == 1;
    let rows = task.sentences.iter().enumerate().map(|(at, sentence)| {
        let name = format!("quote-{at}");
        let before = |given: &Given| given.quote.lines().any(|line| line == sentence).then(String::new);
        let unasked = alone && !filled.came_back && filled.given.is_none();
        let checked = unasked || filled.value(&name, before).is_some();
        let words = sentence.clone();
        view! {
            <label class="choice-row">
                <input class="box" type="checkbox" name=name value="yes" checked=checked />
                <span>{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{t!(texts, "rating-quote")}</legend>
            <p class="hint">{t!(texts, "rating-quote-hint")}</p>
            <div class="choice-rows">{rows.collect_view()}</div>
            {filled.error("quote")}
        </fieldset>
    }
    .into_any()
}

fn criterion(filled: Filled<'_>, task: &CriterionTask) -> AnyView {
    let texts = filled.visitor.texts;
    let name = format!("points-{}", task.id);
    let points = |given: &Given| {
        let mut points = given.points.iter();
        let points = points.find(|(id, _)| *id == task.id);
        points.map(|(_, points)| points.to_string())
    };
    let chosen = filled.value(&name, points);
    let options = (0..=task.most).map(|points| {
        let checked = chosen.as_deref() == Some(points.to_string().as_str());
        let anchor = task.anchors.iter().find(|(level, _)| *level == points);
        let anchor = anchor.map(|(_, anchor)| anchor.clone());
        let proposed = (task.proposed == Some(points)).then(|| t!(texts, "rating-proposed"));
        let hints: Vec<_> = [anchor, proposed].into_iter().flatten().collect();
        radio(
            name.clone(),
            points.to_string(),
            points.to_string(),
            hints,
            checked,
        )
    });
    // Figures alone stand side by side; with words each has a line.
    let inline = task.anchors.is_empty().then_some("");
    view! {
        <fieldset class="field">
            <legend>{t!(texts, "rating-points-of", name = task.title.clone())}</legend>
            <div class="choice-rows" data-inline=inline>{options.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn banned(filled: Filled<'_>, task: &ReplyTask) -> AnyView {
    if task.ban == Looked::ForNothing {
        return ().into_any();
    }
    let texts = filled.visitor.texts;
    let word = |critical: bool| if critical { "yes" } else { "no" };
    let chosen = filled.value("banned", |given| Some(word(given.critical).to_owned()));
    let unasked =
        !filled.came_back && filled.given.is_none() && task.ban == Looked::InVain && task.spoken.is_none();
    let is = |word: &str| chosen.as_deref() == Some(word);
    let (no, yes) = (unasked || is("no"), is("yes"));
    view! {
        <fieldset class="field">
            <legend>{t!(texts, "rating-banned")}</legend>
            <div class="choice-rows" data-inline="">
                {radio("banned".to_owned(), "no".to_owned(), t!(texts, "rating-banned-no"), Vec::new(), no)}
                {radio("banned".to_owned(), "yes".to_owned(), t!(texts, "rating-banned-yes"), Vec::new(), yes)}
            </div>
            {filled.error("banned")}
        </fieldset>
    }
    .into_any()
}

fn radio(name: String, value: String, word: String, hints: Vec<String>, checked: bool) -> AnyView {
    let hints = hints
        .into_iter()
        .map(|hint| view! { <span class="hint">{hint}</span> })
        .collect_view();
    view! {
        <label class="choice-row">
            <input class="box" type="radio" name=name value=value checked=checked required=true />
            <span>{word}{hints}</span>
        </label>
    }
    .into_any()
}
