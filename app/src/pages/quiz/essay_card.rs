use leptos::prelude::*;

use crate::{
    actions::RateEssay,
    forms::{Form, action},
    quiz::EssayTask,
    t,
    visitor::Visitor,
};

/// An essay to rate: the question, what was written, and the form. Not whose it is.
pub(crate) fn essay_card(visitor: &Visitor, task: &EssayTask, first: bool) -> AnyView {
    let texts = visitor.texts;
    let lang = visitor.lang();
    let id = format!("{}-{}", task.attempt, task.part);
    // An attempt may have several essays: what came back belongs to one of them.
    let part = task.part.to_string();
    let mine = visitor.typed("rate-essay", "attempt") == Some(task.attempt.as_str())
        && visitor.typed("rate-essay", "part") == Some(part.as_str());
    let typed = |name: &str| {
        visitor
            .typed("rate-essay", name)
            .filter(|_| mine)
            .map(str::to_owned)
    };
    let wrong = visitor
        .error("rate-essay", "levels")
        .filter(|_| mine)
        .map(str::to_owned);
    let criteria = (0..).zip(task.criteria()).map(|(at, criterion): (usize, _)| {
        let name = format!("level{at}");
        let chosen = typed(&name);
        let levels = (0..=criterion.max).map(|level| {
            let level = level.to_string();
            let checked = chosen.as_ref() == Some(&level);
            view! {
                <label class="choice-row">
                    <input class="box" type="radio" name=name.clone() value=level.clone() checked=checked required=true />
                    <span>{level.clone()}</span>
                </label>
            }
        });
        let levels = levels.collect_view();
        let meaning = criterion.meaning.get(&lang).to_owned();
        view! {
            <fieldset class="field">
                <legend>{criterion.name.get(&lang).to_owned()}</legend>
                <p class="hint">{meaning}</p>
                <div class="choice-rows" data-inline="">{levels}</div>
            </fieldset>
        }
    });
    let criteria = criteria.collect_view();
    let note = format!("note-{id}");
    let class = if first { "button" } else { "button quiet" };
    let attempt = task.attempt.clone();
    let (kept, quote) = (
        typed("note").unwrap_or_default(),
        typed("quote").unwrap_or_default(),
    );
    let misquoted = visitor
        .error("rate-essay", "quote")
        .filter(|_| mine)
        .map(|error| view! { <p class="error">{error.to_owned()}</p> });
    let quote_id = format!("quote-{id}");
    view! {
        <section class="card" aria-labelledby=format!("t-{id}")>
            <h2 class="card-title" id=format!("t-{id}")>{t!(texts, "quiz-kind-essay")}</h2>
            <p class="muted">{t!(texts, "essay-since", when = visitor.site.calendar.date_time(task.since))}</p>
            <div class="prose" inner_html=task.question.prompt.get(&lang).to_owned()></div>
            <blockquote class="feedback">
                {task.text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()}
            </blockquote>
            <Form action={action::<RateEssay>()} class="form">
                <input type="hidden" name="attempt" value=attempt />
                <input type="hidden" name="part" value=part />
                {criteria}
                {wrong.map(|wrong| view! { <p class="error">{wrong}</p> })}
                <div class="field">
                    <label for=quote_id.clone()>{t!(texts, "essay-quote")}</label>
                    <p class="hint" id=format!("{quote_id}-hint")>{t!(texts, "essay-quote-hint")}</p>
                    <textarea
                        id=quote_id.clone()
                        name="quote"
                        rows="2"
                        maxlength="2000"
                        aria-describedby=format!("{quote_id}-hint")
                    >
                        {quote}
                    </textarea>
                    {misquoted}
                </div>
                <div class="field">
                    <label for=note.clone()>{t!(texts, "essay-note")}</label>
                    <textarea id=note name="note" rows="2" maxlength="2000">
                        {kept}
                    </textarea>
                </div>
                <div class="actions">
                    <button class=class>{t!(texts, "essay-save")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}
