use domain::{
    content::lesson::{Complete, Lesson},
    hash::Hash,
    quiz::{Kind, Mark, Question, Share, arrange, mark, to_authored},
};
use store::{evidence, lesson_checks, training};

use super::{
    complete::{checks_left, in_order},
    progress::{Progress, before},
};
use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
};

/// The order in which this person sees the items of a check: the same each time, and never the key.
pub(crate) fn arrangement(question: &Question, person: &str) -> Vec<usize> {
    arrange(
        question,
        Hash::of_parts([&question.hash.0[..], person.as_bytes()]).0,
    )
}

/// The answer in the author's order, from the fields of a form.
///
/// `answer` for options and texts; `answer-N` for the position of item N, the partner of N, or gap N.
pub(crate) fn given(question: &Question, fields: &[(String, String)], arrangement: &[usize]) -> Vec<String> {
    let all = |name: &str| {
        let of = fields.iter().filter(|(field, _)| field == name);
        of.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let numbered = |count: usize| -> Vec<String> {
        let one = |n: usize| all(&format!("answer-{n}")).into_iter().next().unwrap_or_default();
        (0..count).map(one).collect()
    };
    let answer = match &question.kind {
        Kind::Choice { .. } | Kind::Short { .. } | Kind::Number { .. } | Kind::Essay { .. } => all("answer"),
        Kind::Match { pairs, .. } => numbered(pairs.len()),
        Kind::Cloze { gaps } => numbered(gaps.len()),
        Kind::Order { items } => {
            let mut order = vec![String::new(); items.len()];
            for (place, position) in numbered(items.len()).into_iter().enumerate() {
                let position = position.parse().unwrap_or(usize::MAX);
                if let Some(slot) = order.get_mut(position) {
                    *slot = place.to_string();
                }
            }
            order
        }
    };
    to_authored(question, &answer, arrangement)
}

/// Marks an answer to a check. Right is kept, and completes the lesson when it was the last one missing;
/// wrong goes back to the form with what was answered.
pub(crate) async fn answer_check(act: &Act, id: &str, check: &str) -> Result<Done, Refusal> {
    let (learner, texts) = (act.learner()?, act.texts);
    let lesson = act.library.lessons.get(id).ok_or(Refusal::NotFound)?;
    let course = act.library.courses.get(&lesson.course).ok_or(Refusal::NotFound)?;
    let question = lesson.checks.iter().find(|question| question.id == check);
    let question = question.ok_or(Refusal::NotFound)?;
    let entries = evidence::of_person(&act.site.store, &learner.person).await?;
    if let Some(first) = before(course, &Progress::of(&entries), id) {
        return Err(Refusal::Cannot(in_order(act, &first)));
    }
    let answer = given(question, &act.posted.0, &arrangement(question, &learner.person));
    if answer.iter().all(|text| text.trim().is_empty()) {
        return Err(Refusal::field("answer", t!(texts, "check-empty")));
    }
    if !is_right(question, &answer) {
        return Err(Refusal::field("answer", t!(texts, "check-wrong")));
    }
    let before = Progress::of(&entries).has(id);
    let (library, site, now) = (act.library.clone(), act.site.clone(), act.now);
    let (id, check) = (id.to_owned(), (check.to_owned(), question.hash));
    let title = lesson.head.title.get(&act.lang()).to_owned();
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            lesson_checks::answered_right(tx, &learner, &id, (&check.0, check.1), now).await?;
            let right = lesson_checks::right_in(tx, &learner, &id).await?;
            let Some(lesson) = library.lessons.get(&id).filter(|lesson| ends(lesson, &right)) else {
                return Ok(false);
            };
            training::complete_lesson(tx, &learner, &id, lesson.head.version, now).await?;
            go_live::settle(tx, &library, &*site.calendar, &learner.person, &learner, now).await?;
            Ok(true)
        })
    });
    let done = work.await?;
    Ok(if done && !before {
        Done::back().saying(t!(texts, "lesson-completed", title = title))
    } else {
        Done::back()
    })
}

fn ends(lesson: &Lesson, right: &std::collections::BTreeMap<String, Hash>) -> bool {
    lesson.complete == Complete::Checks && checks_left(lesson, right) == 0
}

/// An essay has no key: writing it is what the check is for.
fn is_right(question: &Question, answer: &[String]) -> bool {
    match mark(question, answer) {
        Mark::Scored(share) => share == Share::whole(true),
        Mark::Pending => true,
    }
}
