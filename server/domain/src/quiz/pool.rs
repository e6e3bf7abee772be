//! Whether a pool of questions has what is drawn from it.

use super::draw::Seats;
use super::faults::QuizFault;
use super::model::Draw;
use super::questions::Questions;
use super::read::quota_place;
use crate::content::doc::{Doc, Reading};
use crate::content::faults::hint;
use crate::content::front::At;
use crate::score::Milli;

/// The tags and points of a question.
type Tagged = (Vec<String>, Milli);

/// Reports a pool smaller than its draw, a tag nobody has, and draws that may be worth nothing.
///
/// Questions for practice are not in the pool: a draw that needs them is an error.
pub(super) fn check(
    doc: &Doc<'_>,
    reading: &mut Reading<'_>,
    questions: &Questions,
    draw: Option<&At<Draw>>,
) {
    let pool = &questions.pool;
    let worthless = match draw.map(|draw| &draw.value) {
        None | Some(Draw::All) => pool.iter().all(|(_, points)| *points == Milli(0)),
        Some(Draw::Count(count)) => least(pool.iter(), *count) == 0,
        Some(Draw::ByTag(quotas)) => quotas
            .iter()
            .all(|(tag, count)| least(tagged(pool, tag), *count) == 0),
    };
    let enough = draw.is_none_or(|draw| enough(doc, reading, questions, draw));
    if worthless && enough {
        let span = draw.map_or_else(|| doc.body_start(), |draw| draw.span.clone());
        reading.report(doc, span, &QuizFault::NoPoints {});
    }
}

fn tagged<'p>(pool: &'p [Tagged], tag: &str) -> impl Iterator<Item = &'p Tagged> {
    pool.iter()
        .filter(move |(tags, _)| tags.iter().any(|own| own == tag))
}

/// The least that so many of these questions can be worth together, in thousandths.
fn least<'p>(questions: impl Iterator<Item = &'p Tagged>, count: usize) -> i64 {
    let mut points: Vec<i64> = questions.map(|(_, points)| points.0).collect();
    points.sort_unstable();
    points.iter().take(count).sum()
}

fn enough(doc: &Doc<'_>, reading: &mut Reading<'_>, questions: &Questions, draw: &At<Draw>) -> bool {
    let pool = &questions.pool;
    let fault = match &draw.value {
        Draw::Count(want) if *want > pool.len() => {
            let (want, has, practice) = (*want, pool.len(), questions.practice.len());
            if practice > 0 {
                QuizFault::PracticePool { want, has, practice }
            } else {
                QuizFault::SmallPool { want, has }
            }
        }
        Draw::All | Draw::Count(_) => return true,
        Draw::ByTag(quotas) => {
            let faults: Vec<(&str, QuizFault)> = quotas
                .iter()
                .filter_map(|(tag, want)| Some((tag.as_str(), short(questions, tag, *want)?)))
                .collect();
            if !faults.is_empty() {
                for (tag, fault) in faults {
                    let span = quota_place(doc, tag).unwrap_or_else(|| draw.span.clone());
                    reading.report(doc, span, &fault);
                }
                return false;
            }
            let want = quotas.iter().map(|(_, count)| count).sum();
            let tags: Vec<&[String]> = pool.iter().map(|(tags, _)| tags.as_slice()).collect();
            let mut seats = Seats::new(quotas);
            let can = (0..pool.len())
                .filter(|question| seats.add(*question, &tags))
                .count();
            if can == want {
                return true;
            }
            QuizFault::SharedTags { want, can }
        }
    };
    reading.report(doc, draw.span.clone(), &fault);
    false
}

/// What is wrong with one quota.
fn short(questions: &Questions, tag: &str, want: usize) -> Option<QuizFault> {
    let pool = &questions.pool;
    let has = tagged(pool, tag).count();
    let practice = questions.practice.iter();
    let practice = practice
        .filter(|(tags, _)| tags.iter().any(|own| own == tag))
        .count();
    if has < want && practice > 0 {
        return Some(QuizFault::PracticePool { want, has, practice });
    }
    let tag = tag.to_owned();
    if has == 0 {
        let known = pool.iter().flat_map(|(tags, _)| tags).map(String::as_str);
        let (hint_en, hint_zh) = hint(&tag, known);
        return Some(QuizFault::NoTag {
            tag,
            hint_en,
            hint_zh,
        });
    }
    (has < want).then_some(QuizFault::SmallTag { tag, want, has })
}
