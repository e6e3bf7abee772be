use domain::content::html::escape;
use leptos::prelude::*;

use crate::{
    actions::DecidePlay,
    forms::{Form, Returned, action},
    pages::play::bubble,
    play::{Line, Missed, Part, SittingTask},
    t,
    texts::Texts,
    ui::Remark,
    visitor::Visitor,
};

/// The card of a play in which the connection was lost: which moments, how long, whether a time ran out, and the form to
/// decide.
pub(super) fn sitting_card(visitor: &Visitor, task: &SittingTask, first: bool) -> AnyView {
    let texts = visitor.texts;
    let id = format!("sitting-{}", task.play);
    let labelled = id.clone();
    let since = visitor.site.calendar.date_time(task.since);
    let silences = task.silences.iter().map(|missed| silence(visitor, missed));
    view! {
        <section class="card stack" aria-labelledby=labelled>
            <h2 class="card-title" id=id>{t!(texts, "sitting-title", name = task.title.clone())}</h2>
            <p class="muted">{t!(texts, "rating-since", when = since)}</p>
            <p>{t!(texts, "sitting-lead")}</p>
            <ol class="timeline">{silences.collect_view()}</ol>
            {form(visitor, &task.play, first)}
        </section>
    }
    .into_any()
}

fn silence(visitor: &Visitor, missed: &Missed) -> AnyView {
    let texts = visitor.texts;
    let when = visitor.site.calendar.date_time(missed.silence.from);
    let long = long(texts, missed.silence.seconds());
    let (kind, ran_out) = if missed.ran_out {
        ("wait", t!(texts, "sitting-ran-out"))
    } else {
        ("ok", t!(texts, "sitting-in-time"))
    };
    let said = missed.said.iter().map(|part| match part {
        Part::Speech(name, words) => Line::Theirs(name.clone(), words.clone()),
        Part::Narration(html) => Line::Narration(html.clone()),
    });
    let drawn = |line: Line| {
        let (class, html) = bubble(texts, &line);
        view! { <li class=class inner_html=html></li> }
    };
    let late = missed.late.as_ref().map(|html| {
        let name = escape(&t!(texts, "rating-learner"));
        let html = format!("<p class=\"bubble-name\">{name}</p>{html}");
        view! {
            <li class="bubble mine" inner_html=html></li>
            {drawn(Line::TooLate(None))}
        }
    });
    let said = said.map(drawn).collect_view();
    view! {
        <li data-kind=kind>
            <p>{t!(texts, "sitting-silence", long = long)} " " {ran_out}</p>
            <p class="timeline-when"><time>{when}</time></p>
            <ol class="chat">{said} {late}</ol>
        </li>
    }
    .into_any()
}

/// A length of time in minutes and seconds.
fn long(texts: Texts, seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => t!(texts, "sitting-seconds", n = seconds),
        (minutes, 0) => t!(texts, "minutes", n = minutes),
        (minutes, seconds) => t!(texts, "sitting-minutes", minutes = minutes, seconds = seconds),
    }
}

fn form(visitor: &Visitor, play: &str, first: bool) -> AnyView {
    let texts = visitor.texts;
    let about = vec![("play", play.to_owned())];
    let back = Returned::to(visitor, action::<DecidePlay>(), &about);
    let chosen = back.typed("verdict").map(str::to_owned);
    let wrong = back
        .error("verdict")
        .map(|error| view! { <p class="error">{error}</p> });
    let option = |value: &'static str, word: String, hint: String| {
        let checked = chosen.as_deref() == Some(value);
        view! {
            <label class="choice-row">
                <input class="box" type="radio" name="verdict" value=value checked=checked required=true />
                <span>{word}<span class="hint">{hint}</span></span>
            </label>
        }
    };
    let counts = option(
        "count",
        t!(texts, "sitting-count"),
        t!(texts, "sitting-count-hint"),
    );
    let void = option("void", t!(texts, "sitting-void"), t!(texts, "sitting-void-hint"));
    let reason = back.typed("reason").unwrap_or_default().to_owned();
    let error = back.error("reason");
    let class = if first { "button" } else { "button quiet" };
    let (play, id) = (play.to_owned(), format!("reason-{play}"));
    view! {
        <Form action={action::<DecidePlay>()} class="form">
            <input type="hidden" name="play" value=play />
            <fieldset class="field">
                <legend>{t!(texts, "sitting-verdict")}</legend>
                <div class="choice-rows">{counts} {void}</div>
                {wrong}
            </fieldset>
            <Remark id name="reason" label=t!(texts, "sitting-reason") value=reason error required=true />
            <div class="actions"><button class=class>{t!(texts, "sitting-decide")}</button></div>
        </Form>
    }
    .into_any()
}
