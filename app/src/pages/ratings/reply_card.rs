use domain::content::html::escape;
use leptos::prelude::*;

use super::reply_fields::{Filled, reply_fields};
use crate::{
    actions::RateReply,
    forms::{Form, action},
    pages::play::bubble,
    play::{Line, Looked, Part, ReplyTask, Stretch, player},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// A typed or spoken reply to rate: what was said before, the reply with what was found in it, and the form.
pub(super) fn reply_card(visitor: &Visitor, task: &ReplyTask, first: bool) -> AnyView {
    let texts = visitor.texts;
    let id = format!("{}-{}", task.play, task.reply);
    let since = visitor.site.calendar.date_time(task.since);
    let since = match task.dispute {
        Some(_) => t!(texts, "rating-since-dispute", when = since),
        None => t!(texts, "rating-since", when = since),
    };
    view! {
        <article class="card" aria-labelledby=format!("t-{id}")>
            <h2 class="card-title" id=format!("t-{id}")>{task.title.clone()}</h2>
            <p class="muted">{since}</p>
            {disputed(texts, task)}
            {reply(texts, task)}
            {form(visitor, task, &id, first)}
        </article>
    }
    .into_any()
}

/// What the learner says against the result; not what the result was.
fn disputed(texts: Texts, task: &ReplyTask) -> AnyView {
    let Some(words) = task.dispute.clone() else {
        return ().into_any();
    };
    let words = words
        .lines()
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    view! {
        <div class="notice" data-kind="warn">
            <p class="notice-title">{t!(texts, "rating-disputed")}</p>
            {words}
            <p class="muted">{t!(texts, "rating-disputed-blind")}</p>
        </div>
    }
    .into_any()
}

/// The reply in its conversation, with what phrases found in it.
pub(super) fn reply(texts: Texts, task: &ReplyTask) -> AnyView {
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
        None => written(texts, task),
    };
    view! {
        <ol class="chat">
            {before.collect_view()}
            {said}
        </ol>
        <p class="foot-note">{found(texts, task)}</p>
    }
    .into_any()
}

/// What was typed: a bubble, or a letter with its subject.
fn written(texts: Texts, task: &ReplyTask) -> AnyView {
    let name = t!(texts, "rating-learner");
    let paragraphs = task.paragraphs.iter().map(|paragraph| {
        let paragraph = words(paragraph);
        view! { <p>{paragraph}</p> }
    });
    let paragraphs = paragraphs.collect_view();
    match &task.subject {
        Some(subject) => view! {
            <li class="letter mine">
                <dl class="letter-head">
                    <dt>{t!(texts, "play-from")}</dt>
                    <dd>{name}</dd>
                    <dt>{t!(texts, "play-subject")}</dt>
                    <dd class="letter-subject">{words(subject)}</dd>
                </dl>
                <div class="letter-body">{paragraphs}</div>
            </li>
        }
        .into_any(),
        None => {
            view! { <li class="bubble mine"><p class="bubble-name">{name}</p>{paragraphs}</li> }.into_any()
        }
    }
}

/// A paragraph, in which what was found is marked.
fn words(text: &[Stretch]) -> AnyView {
    let stretches = text.iter().map(|stretch| match stretch {
        Stretch::Plain(text) => text.clone().into_any(),
        Stretch::Must(text) => view! { <mark data-kind="must">{text.clone()}</mark> }.into_any(),
        Stretch::Ban(text) => view! { <mark data-kind="ban">{text.clone()}</mark> }.into_any(),
    });
    stretches.collect_view().into_any()
}

/// What the phrases found, in words, as far as any are looked for here: they propose, the rater decides.
fn found(texts: Texts, task: &ReplyTask) -> String {
    if task.spoken.is_some() {
        return t!(texts, "rating-found-spoken");
    }
    let must = match task.must {
        Looked::ForNothing => None,
        Looked::InVain => Some(t!(texts, "rating-missed-must")),
        Looked::Found => Some(t!(texts, "rating-found-must")),
    };
    let ban = match task.ban {
        Looked::ForNothing => None,
        Looked::InVain => Some(t!(texts, "rating-missed-ban")),
        Looked::Found => Some(t!(texts, "rating-found-ban")),
    };
    let gap = if texts == Texts::English { " " } else { "" };
    let said: Vec<String> = must.into_iter().chain(ban).collect();
    match said.is_empty() {
        true => t!(texts, "rating-found-unasked"),
        false => said.join(gap) + gap + &t!(texts, "rating-found-decide"),
    }
}

fn form(visitor: &Visitor, task: &ReplyTask, id: &str, first: bool) -> AnyView {
    let texts = visitor.texts;
    let (play, reply) = (task.play.clone(), task.reply.to_string());
    let came_back = visitor.typed("rate-reply", "play") == Some(play.as_str())
        && visitor.typed("rate-reply", "reply") == Some(reply.as_str());
    let filled = Filled {
        visitor,
        form: "rate-reply",
        came_back,
        given: None,
    };
    let class = if first { "button" } else { "button quiet" };
    let fields = reply_fields(filled, task, id);
    view! {
        <Form action={action::<RateReply>()} class="form">
            <input type="hidden" name="play" value=play />
            <input type="hidden" name="reply" value=reply />
            {fields}
            <div class="actions"><button class=class>{t!(texts, "rating-save")}</button></div>
        </Form>
    }
    .into_any()
}
