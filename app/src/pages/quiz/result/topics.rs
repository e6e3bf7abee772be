use std::collections::BTreeMap;

use domain::{
    quiz::{Quiz, Visible},
    score::{FULL, Milli},
};
use leptos::prelude::*;
use store::attempts::{Attempt, State};

use crate::{pages::quiz::points, t, texts::Texts, visitor::Visitor};

/// How many lessons are named to be read again.
const AGAIN: usize = 2;

/// A lesson about which points were lost.
pub(super) struct Lost {
    /// Its title.
    pub title: String,
    /// Its page.
    path: String,
    earned: Milli,
    most: Milli,
}

/// The lessons about which points were lost, the most first; none when marks may not be seen.
///
/// A question is about a lesson when it has a tag with the lesson's id in the quiz's own course; other tags have
/// no title, so nobody is shown them.
pub(super) fn lost(visitor: &Visitor, quiz: &Quiz, attempt: &Attempt, may_see: Visible) -> Vec<Lost> {
    if !may_see.marks || attempt.state == State::Void {
        return Vec::new();
    }
    let mut by_tag: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for asked in &attempt.questions {
        let (Some(question), Some(mark)) = (quiz.question(&asked.question), asked.mark) else {
            continue;
        };
        for tag in &question.tags {
            let (earned, most) = by_tag.entry(tag).or_default();
            *earned += points::earned(quiz.behaviour, question, asked, mark).0;
            *most += points::most(quiz.behaviour, asked.points).0;
        }
    }
    let lost = by_tag.into_iter().filter(|(_, (earned, most))| earned < most);
    let mut lost: Vec<_> = lost
        .filter_map(|(tag, (earned, most))| {
            let id = format!("{}/{tag}", quiz.course);
            let lesson = visitor.library.lessons.get(&id)?;
            Some(Lost {
                title: lesson.head.title.get(&visitor.lang()).to_owned(),
                path: format!("/courses/{id}"),
                earned: Milli(earned),
                most: Milli(most),
            })
        })
        .collect();
    lost.sort_by_key(|topic| topic.earned.0 - topic.most.0);
    lost
}

/// Where points were lost, and what to read again.
#[component]
pub(super) fn Topics(lost: Vec<Lost>, texts: Texts) -> AnyView {
    if lost.is_empty() {
        return ().into_any();
    }
    let again = lost.iter().take(AGAIN).map(|topic| {
        view! {
            <li class="row">
                <div class="row-main">
                    <a class="row-title" href=topic.path.clone()>{topic.title.clone()}</a>
                </div>
            </li>
        }
    });
    let again = again.collect_view();
    view! {
        <h2 class="card-title">{t!(texts, "quiz-topics")}</h2>
        <ul class="criteria">{lost.into_iter().map(topic).collect_view()}</ul>
        <h2 class="card-title">{t!(texts, "quiz-read-again")}</h2>
        <ul class="rows">{again}</ul>
    }
    .into_any()
}

fn topic(topic: Lost) -> impl IntoView {
    let points = format!(
        "{} / {}",
        points::figures(topic.earned),
        points::figures(topic.most)
    );
    let share = FULL
        .fraction(topic.earned.0.max(0), topic.most.0.max(1))
        .rounded();
    view! {
        <li>
            <span>{topic.title.clone()}</span>
            <meter value=share max="100" aria-label=topic.title>{points.clone()}</meter>
            <span class="criterion-points">{points}</span>
        </li>
    }
}
