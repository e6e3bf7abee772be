use domain::content::html::escape;
use leptos::prelude::*;

use super::spoken;
use crate::{
    actions::RateReply,
    forms::{Form, action},
    pages::play::bubble,
    play::{Line, Part, ReplyTask, Stretch, player},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// A typed or spoken reply to rate: what was said before, the reply with what was found in it, and the form.
pub(super) fn reply_card(visitor: &Visitor, task: &ReplyTask, first: bool) -> AnyView {
    let texts = visitor.texts;
    let id = format!("{}-{}", task.play, task.reply);
    let before = task.before.iter().map(|part| {
        let line = match part {
            Part::Speech(name, words) => Line::Theirs(name.clone(), words.clone()),
            Part::Narration(html) => Line::Narration(html.clone()),
        };
        let (class, html) = bubble(texts, &line);
        view! { <li class=class inner_html=html></li> }
    });
    let said = match &task.spoken {
        Some(spoken) => {
            let name = escape(&t!(texts, "rating-learner"));
            let html = format!("<p class=\"bubble-name\">{name}</p>{}", player(texts, spoken));
            view! { <li class="bubble mine" inner_html=html></li> }.into_any()
        }
        None => view! {
            <li class="bubble mine"><p class="bubble-name">{t!(texts, "rating-learner")}</p>{words(&task.text)}</li>
        }
        .into_any(),
    };
    let since = visitor.site.calendar.date_time(task.since);
    view! {
        <article class="card" aria-labelledby=format!("t-{id}")>
            <h2 class="card-title" id=format!("t-{id}")>{task.title.clone()}</h2>
            <p class="muted">{t!(texts, "rating-since", when = since)}</p>
            <ol class="chat">
                {before.collect_view()}
                {said}
            </ol>
            <p class="foot-note">{found(texts, task)}</p>
            {form(visitor, task, &id, first)}
        </article>
    }
    .into_any()
}

/// The reply as one paragraph, in which what was found is marked.
fn words(text: &[Stretch]) -> AnyView {
    let stretches = text.iter().map(|stretch| match stretch {
        Stretch::Plain(text) => text.clone().into_any(),
        Stretch::Must(text) => view! { <mark data-kind="must">{text.clone()}</mark> }.into_any(),
        Stretch::Ban(text) => view! { <mark data-kind="ban">{text.clone()}</mark> }.into_any(),
    });
    view! { <p>{stretches.collect_view()}</p> }.into_any()
}

/// What the phrases found, in words: they propose, the rater decides.
fn found(texts: Texts, task: &ReplyTask) -> String {
    if task.spoken.is_some() {
        return t!(texts, "rating-found-spoken");
    }
    match (task.must_found, task.ban_found) {
        (true, false) => t!(texts, "rating-found-must"),
        (false, true) => t!(texts, "rating-found-ban"),
        (true, true) => t!(texts, "rating-found-both"),
        (false, false) => t!(texts, "rating-found-none"),
    }
}

fn form(visitor: &Visitor, task: &ReplyTask, id: &str, first: bool) -> AnyView {
    let texts = visitor.texts;
    let mine = visitor.typed("rate-reply", "play") == Some(task.play.as_str())
        && visitor.typed("rate-reply", "reply") == Some(task.reply.to_string().as_str());
    let typed = |name: &str| {
        visitor
            .typed("rate-reply", name)
            .filter(|_| mine)
            .map(str::to_owned)
    };
    let error = |name: &str| {
        let error = visitor
            .error("rate-reply", name)
            .filter(|_| mine)
            .map(str::to_owned);
        error.map(|error| view! { <p class="error">{error}</p> }.into_any())
    };
    let criteria = task.criteria.iter().map(|(criterion, title, most, proposed)| {
        let name = format!("points-{criterion}");
        let chosen = typed(&name);
        let options = (0..=*most).map(|points| {
            let checked = chosen.as_deref() == Some(points.to_string().as_str());
            let is_proposed = points == *proposed && task.spoken.is_none();
            let hint = is_proposed.then(|| t!(texts, "rating-proposed"));
            radio(
                name.clone(),
                points.to_string(),
                points.to_string(),
                hint,
                checked,
            )
        });
        view! {
            <fieldset class="field">
                <legend>{t!(texts, "rating-points-of", name = title.clone())}</legend>
                <div class="choice-rows" data-inline="">{options.collect_view()}</div>
            </fieldset>
        }
    });
    let criteria = criteria.collect_view();
    let banned = task.bans.then(|| {
        let chosen = typed("banned");
        let is = |word: &str, default: bool| chosen.as_deref().map_or(default, |chosen| chosen == word);
        view! {
            <fieldset class="field">
                <legend>{t!(texts, "rating-banned")}</legend>
                <div class="choice-rows" data-inline="">
                    {radio("banned".to_owned(), "no".to_owned(), t!(texts, "rating-banned-no"), None, is("no", !task.ban_found && task.spoken.is_none()))}
                    {radio("banned".to_owned(), "yes".to_owned(), t!(texts, "rating-banned-yes"), None, is("yes", false))}
                </div>
                {error("banned")}
            </fieldset>
        }
    });
    let moment = spoken::moment(texts, task, id, typed("moment"), error("moment"));
    let (wrong, kept) = (error("points"), typed("note").unwrap_or_default());
    let (play, reply) = (task.play.clone(), task.reply.to_string());
    let note = format!("note-{id}");
    let class = if first { "button" } else { "button quiet" };
    view! {
        <Form action={action::<RateReply>()} class="form">
            <input type="hidden" name="play" value=play />
            <input type="hidden" name="reply" value=reply />
            {criteria}
            {wrong}
            {banned}
            {moment}
            <div class="field">
                <label for=note.clone()>
                    {t!(texts, "rating-note")} " " <span class="optional">{t!(texts, "rating-optional")}</span>
                </label>
                <textarea id=note name="note" rows="2" maxlength="2000">{kept}</textarea>
            </div>
            <div class="actions"><button class=class>{t!(texts, "rating-save")}</button></div>
        </Form>
    }
    .into_any()
}

fn radio(name: String, value: String, word: String, hint: Option<String>, checked: bool) -> AnyView {
    view! {
        <label class="choice-row">
            <input class="box" type="radio" name=name value=value checked=checked required=true />
            <span>{word}{hint.map(|hint| view! { <span class="hint">{hint}</span> })}</span>
        </label>
    }
    .into_any()
}
