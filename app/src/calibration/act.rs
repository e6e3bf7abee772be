//! What trainers do with calibrations.

use store::{
    StoreError,
    calibrations::{self, Answer},
    idempotency::{self, Once},
    ratings::Source,
};

use super::{Criterion, Task, find};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// The most answers in one calibration: more than an hour's work is done badly.
const MOST: usize = 60;

/// The longest title and the longest answer, in characters.
const TITLE: usize = 120;
const LONGEST: usize = 2000;

/// Makes a calibration of the answers ticked (`answer`) and of those written (`written`, with an empty line between).
///
/// # Errors
/// Fields to mend; [`Refusal::NotFound`] for what is not in the content.
pub(crate) async fn make(act: &Act, title: &str, subject: &str) -> Result<Done, Refusal> {
    let (trainer, texts, now) = (act.trainer()?, act.texts, act.now);
    let subject = find(&act.library, subject).ok_or(Refusal::NotFound)?;
    let title: String = title.trim().chars().take(TITLE).collect();
    if title.is_empty() {
        return Err(Refusal::field("title", t!(texts, "calibration-title-missing")));
    }
    let given = act
        .posted
        .all("answer")
        .map(|code| given(code).ok_or(Refusal::NotFound));
    let written = act
        .posted
        .get("written")
        .unwrap_or_default()
        .replace("\r\n", "\n");
    let mut answers = given.collect::<Result<Vec<_>, _>>()?;
    answers.extend(apart(&written).map(Answer::Written));
    if answers.is_empty() {
        return Err(Refusal::field(
            "written",
            t!(texts, "calibration-answers-missing"),
        ));
    }
    if answers.len() > MOST {
        return Err(Refusal::field(
            "written",
            t!(texts, "calibration-answers-most", n = MOST),
        ));
    }
    let too_long =
        |answer: &Answer| matches!(answer, Answer::Written(text) if text.chars().count() > LONGEST);
    if answers.iter().any(too_long) {
        return Err(Refusal::field(
            "written",
            t!(texts, "calibration-answer-long", n = LONGEST),
        ));
    }
    let key = act.key().to_owned();
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            if !key.is_empty()
                && let Once::Again(path) = idempotency::once(tx, &key, &trainer.account).await?
            {
                return Ok(path);
            }
            let id = calibrations::make(tx, &trainer, &title, &subject, &answers, now).await?;
            let path = format!("/ratings/calibrations/{id}");
            if !key.is_empty() {
                idempotency::keep(tx, &key, &trainer.account, &path, now).await?;
            }
            Ok(path)
        })
    });
    match work.await {
        Ok(path) => Ok(Done::to(path)),
        // Somebody erased or disputed one of them meanwhile.
        Err(StoreError::NotFound("answer")) => Err(Refusal::Cannot(t!(texts, "calibration-answer-gone"))),
        Err(error) => Err(error.into()),
    }
}

/// `play ID 0` or `attempt ID 3`, as the form's boxes say it.
fn given(code: &str) -> Option<Answer> {
    let mut parts = code.split(' ');
    let (kind, id, part) = (parts.next()?, parts.next()?, parts.next()?);
    let source = match kind {
        "play" => Source::Play(id.to_owned()),
        "attempt" => Source::Attempt(id.to_owned()),
        _ => return None,
    };
    Some(Answer::Given(source, part.parse().ok()?))
}

/// The texts between empty lines.
fn apart(written: &str) -> impl Iterator<Item = String> {
    let mut texts: Vec<String> = vec![String::new()];
    for line in written.lines() {
        match texts.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line.trim_end());
            }
            _ => texts.push(String::new()),
        }
    }
    texts.into_iter().filter(|text| !text.is_empty())
}

/// Keeps the visitor's levels for one answer: `level0`, `level1` and so on.
///
/// # Errors
/// A field to mend; [`Refusal::NotFound`] for what is not there; [`Refusal::Cannot`] when nothing can be rated any more.
pub(crate) async fn rate(act: &Act, id: String, position: usize) -> Result<Done, Refusal> {
    let (trainer, texts, now) = (act.trainer()?, act.texts, act.now);
    let store = &act.site.store;
    let found = calibrations::of_rater(store, &trainer, &id).await?;
    let found = found.ok_or(Refusal::NotFound)?;
    let library = act.site.libraries.at(store, found.subject.release).await?;
    let task = Task::of(&library, &found.subject, &act.lang()).ok_or(Refusal::NotFound)?;
    let level = |(at, criterion): (usize, &Criterion)| -> Option<u32> {
        let level: u32 = act.posted.get(&format!("level{at}"))?.parse().ok()?;
        ((level as usize) < criterion.levels.len()).then_some(level)
    };
    let levels: Option<Vec<u32>> = task.criteria.iter().enumerate().map(level).collect();
    let levels = levels.ok_or_else(|| Refusal::field("levels", t!(texts, "calibration-levels")))?;
    let page = format!("/ratings/calibrations/{id}");
    let work = store.write(move |tx| {
        Box::pin(async move { calibrations::rate(tx, &trainer, &id, position, &levels, now).await })
    });
    match work.await {
        Ok(true) => Ok(Done::to(page).saying(t!(texts, "calibration-all-rated"))),
        Ok(false) => Ok(Done::to(page)),
        Err(StoreError::CalibrationOver) => Err(Refusal::Cannot(t!(texts, "calibration-over"))),
        Err(StoreError::OwnWork) => Err(Refusal::Cannot(t!(texts, "calibration-own"))),
        Err(StoreError::NotFound(_)) => Err(Refusal::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Ends a calibration.
///
/// # Errors
/// [`Refusal::NotFound`] when there is none.
pub(crate) async fn close(act: &Act, id: String) -> Result<Done, Refusal> {
    let (trainer, now) = (act.trainer()?, act.now);
    let page = format!("/ratings/calibrations/{id}");
    let work = act
        .site
        .store
        .write(move |tx| Box::pin(async move { calibrations::close(tx, &trainer, &id, now).await }));
    match work.await {
        Ok(()) => Ok(Done::to(page).saying(t!(act.texts, "calibration-closed"))),
        Err(StoreError::NotFound(_)) => Err(Refusal::NotFound),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_parts_answers() {
        let found: Vec<_> = apart("\n\none\n  two \n \n\nthree\n").collect();
        assert_eq!(found, ["one\n  two", "three"]);
        assert_eq!(apart(" \n").count(), 0);
    }

    #[test]
    fn a_box_says_whose_answer_it_is() {
        assert_eq!(
            given("play p 2"),
            Some(Answer::Given(Source::Play("p".to_owned()), 2))
        );
        for wrong in ["play p", "play p x", "sheet p 1", ""] {
            assert_eq!(given(wrong), None, "{wrong}");
        }
    }
}
