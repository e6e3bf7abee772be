use domain::access::Access;
use leptos::prelude::*;
use store::evidence;

use super::scenarios::scenarios;
use crate::{
    frame::{Page, page},
    practice::{Book, topics},
    refusal::Refusal,
    t,
    ui::PageHead,
    visitor::Visitor,
};

/// `/practice`: one's own mistakes, questions by topic, and role-plays.
#[component]
pub(crate) fn Practice() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let actor = visitor.session()?.actor();
        let learns = visitor.has(Access::Learner);
        if !learns && !visitor.has(Access::Trainer) {
            return Err(Refusal::Forbidden);
        }
        let texts = visitor.texts;
        let (questions, plays) = if learns {
            let book = Book::of(&visitor, &visitor.learner()?).await?;
            let questions = view! {
                {mistakes(&visitor, &book)}
                {by_topic(&visitor)}
            };
            (questions.into_any(), scenarios(&visitor, actor, book.evidence()))
        } else {
            let evidence = evidence::of_person(&visitor.site.store, &actor.person).await?;
            (().into_any(), scenarios(&visitor, actor, &evidence))
        };
        let body = view! {
            <PageHead title=t!(texts, "nav-practice") lead=t!(texts, "practice-lead") />
            {questions}
            <section class="section" aria-labelledby="scenarios">
                <h2 id="scenarios">{t!(texts, "practice-scenarios")}</h2>
                {plays}
            </section>
        };
        Ok(Page::new(t!(texts, "nav-practice"), body))
    })
}

/// How many mistakes are to be answered again, and the way to them.
fn mistakes(visitor: &Visitor, book: &Book) -> AnyView {
    let texts = visitor.texts;
    let (due, later) = (book.due(visitor.now).count(), book.later(visitor.now).count());
    let next = book.later(visitor.now).next().and_then(|entry| entry.mistake.due);
    let next = next.map(|next| t!(texts, "mistakes-next", when = visitor.site.calendar.date(next)));
    let (say, to) = match (due, later) {
        (0, 0) => (t!(texts, "mistakes-none"), None),
        (0, _) => (
            next.unwrap_or_default(),
            Some(("button quiet", t!(texts, "mistakes-open"))),
        ),
        (due, _) => (
            t!(texts, "mistakes-due", n = due),
            Some(("button", t!(texts, "mistakes-begin"))),
        ),
    };
    let to = to.map(|(class, word)| {
        view! {
            <div class="actions">
                <a class=class href="/practice/mistakes">{word}</a>
            </div>
        }
    });
    view! {
        <section class="card" aria-labelledby="mistakes">
            <h2 class="card-title" id="mistakes">{t!(texts, "mistakes-title")}</h2>
            <p>{say}</p>
            <p class="muted">{t!(texts, "mistakes-how")}</p>
            {to}
        </section>
    }
    .into_any()
}

fn by_topic(visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    let topics = topics(visitor);
    if topics.is_empty() {
        return ().into_any();
    }
    let rows = topics.iter().map(|topic| {
        let course = topic.tag.as_ref().map(|_| {
            let course = crate::practice::title(visitor, &topic.course, None);
            view! { <span class="row-note">{course}</span> }
        });
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=topic.path()>{topic.title(visitor)}</a>
                    {course}
                </div>
                <div class="row-end">{t!(texts, "quiz-question-count", n = topic.count)}</div>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section" aria-labelledby="topics">
            <h2 id="topics">{t!(texts, "topics-title")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
