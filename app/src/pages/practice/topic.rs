use domain::quiz::Question;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::question::{answered, ask, review};
use crate::{
    frame::{Page, crumbs, page},
    practice::{Book, path, questions, title},
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/practice/topics/COURSE?tag=…&at=…`: the questions of a topic, one after the other, as often as one likes.
#[component]
pub(crate) fn PracticeTopic() -> impl IntoView {
    let course = use_params_map().get_untracked().get("course").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let learner = visitor.learner()?;
        let texts = visitor.texts;
        let tag = visitor.query("tag");
        let questions = questions(&visitor, &learner.person, &course, tag.as_deref());
        let at = visitor.query("at");
        let here = at.and_then(|at| questions.iter().position(|of| address(of) == at));
        let here = here.unwrap_or(0);
        let (quiz, question) = questions.get(here).ok_or(Refusal::NotFound)?;
        let main = if answered(&visitor) == Some((*quiz, question.id.as_str())) {
            let book = Book::of(&visitor, &learner).await?;
            let mistake = book.find(quiz, &question.id).map(|entry| &entry.mistake);
            let next = &questions[(here + 1) % questions.len()];
            let next = link(&path(&course, tag.as_deref()), &address(next));
            let word = if questions.len() == 1 {
                t!(texts, "practice-again")
            } else {
                t!(texts, "practice-next")
            };
            let next = Some((next, word));
            review(&visitor, question, &learner.person, mistake, next)
        } else {
            ask(&visitor, quiz, question, &learner.person)
        };
        let heading = title(&visitor, &course, tag.as_deref());
        let place = t!(texts, "quiz-place", n = here + 1, of = questions.len());
        let back = crumbs(texts, [("/practice", t!(texts, "nav-practice"))]);
        let body = view! {
            <PageHead title=heading.clone() crumbs=back lead=t!(texts, "practice-private") />
            <div class="stack">
                <p class="muted">{place}</p>
                {main}
            </div>
        };
        Ok(Page::new(heading, body))
    })
}

/// Names a question inside its course: two quizzes may have one of the same id.
fn address((quiz, question): &(&str, &Question)) -> String {
    let file = quiz.split('/').next_back().unwrap_or_default();
    format!("{file}.{}", question.id)
}

fn link(topic: &str, at: &str) -> String {
    let joint = if topic.contains('?') { '&' } else { '?' };
    format!("{topic}{joint}at={at}")
}
