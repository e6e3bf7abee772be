use domain::{content::plain_text, practice::RIGHT, quiz::fill_gaps};
use leptos::prelude::*;

use super::question::{answered, ask, review};
use crate::{
    frame::{Page, crumbs, page},
    practice::{Book, Entry},
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

const PATH: &str = "/practice/mistakes";

/// `/practice/mistakes`: one's own mistakes, one after the other, and those that return later.
#[component]
pub(crate) fn MistakeBook() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let texts = visitor.texts;
        let book = Book::of(&visitor, &learner).await?;
        let due = book.due(visitor.now).count();
        let known = answered(&visitor).and_then(|(quiz, id)| book.find(quiz, id));
        let main = match (known, book.due(visitor.now).next()) {
            (Some(entry), next) => {
                let next = next.map(|_| (PATH.to_owned(), t!(texts, "mistakes-go-on", n = due)));
                review(
                    &visitor,
                    &entry.question,
                    &learner.person,
                    Some(&entry.mistake),
                    next,
                )
            }
            (None, Some(entry)) => {
                let count = t!(texts, "mistakes-due", n = due);
                let question = ask(&visitor, &entry.quiz, &entry.question, &learner.person);
                view! {
                    <div class="stack">
                        <p class="muted">{count}</p>
                        {question}
                    </div>
                }
                .into_any()
            }
            (None, None) => {
                let (title, hint) = (t!(texts, "mistakes-none"), t!(texts, "mistakes-how"));
                view! { <Empty title hint /> }.into_any()
            }
        };
        let title = t!(texts, "mistakes-title");
        let back = crumbs(texts, [("/practice", t!(texts, "nav-practice"))]);
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=t!(texts, "practice-private") />
            {main}
            {later(&visitor, &book)}
        };
        Ok(Page::new(title, body))
    })
}

/// What returns on a later day.
fn later(visitor: &Visitor, book: &Book) -> AnyView {
    let texts = visitor.texts;
    let rows: Vec<_> = book.later(visitor.now).map(|entry| row(visitor, entry)).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="fold section">
            <summary>{t!(texts, "mistakes-later", n = rows.len())}</summary>
            <ul class="rows">{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(visitor: &Visitor, entry: &Entry) -> AnyView {
    let texts = visitor.texts;
    let html = fill_gaps(entry.question.prompt.get(&visitor.lang()), |_| "____".to_owned());
    let when = entry
        .mistake
        .due
        .map(|due| t!(texts, "mistakes-next", when = visitor.site.calendar.date(due)));
    let streak = t!(texts, "mistakes-streak", n = entry.mistake.streak, of = RIGHT);
    view! {
        <li class="row">
            <div class="row-main">
                <span class="row-title">{plain_text(&html)}</span>
                <span class="row-note">{when}</span>
            </div>
            <div class="row-end">{streak}</div>
        </li>
    }
    .into_any()
}
