use domain::{
    content::{Library, values::Percent},
    evidence,
    quiz::{Counting, Counts, Kind, Mark, Marked, Question, Quiz, Share, Stakes, grade, mark_tried},
    score::{FULL, Milli},
    time::Moment,
};
use store::{
    StoreError, Tx,
    actors::Authority,
    attempts::{Asked, Attempt, Graded, Submitted},
};

use crate::{go_live, site::Site};

/// Judges an attempt with the content it began with; marks that are there already, such as a rater's, stay.
pub(super) fn graded(library: &Library, attempt: &Attempt) -> Graded {
    let quiz = library.quizzes.get(&attempt.quiz);
    let marks: Vec<Mark> = attempt
        .questions
        .iter()
        .map(|asked| marked(quiz, asked))
        .collect();
    let marked: Vec<Marked> = attempt
        .questions
        .iter()
        .zip(&marks)
        .map(|(asked, mark)| Marked {
            points: asked.points,
            mark: *mark,
            stakes: stakes(quiz, asked),
        })
        .collect();
    let result = quiz.map(|quiz| grade(quiz.pass, &marked));
    let passed = result.map_or(Some(false), |result| result.passed);
    Graded {
        marks: marks.into_iter().map(share).collect(),
        score: passed
            .and(result)
            .map_or(passed.map(|_| Milli(0)), |result| Some(result.percent)),
        outcome: match passed {
            Some(true) => evidence::Outcome::Passed,
            Some(false) => evidence::Outcome::Failed,
            None => evidence::Outcome::Pending,
        },
        counting: counting(quiz),
    }
}

/// How several attempts make one result; where the quiz is gone, nothing passes by its neighbours.
pub(super) fn counting(quiz: Option<&Quiz>) -> Counting {
    quiz.map_or(
        Counting {
            counts: Counts::Highest,
            pass: Percent(FULL),
        },
        Counting::from,
    )
}

/// Goes live where a passed quiz was the last thing missing, in the same write.
pub(super) async fn settle(
    tx: &mut Tx,
    site: &Site,
    by: &impl Authority,
    submitted: &Submitted,
    now: Moment,
) -> Result<(), StoreError> {
    let passed = submitted.attempt.outcome == Some(evidence::Outcome::Passed);
    if passed && !submitted.again {
        let (library, calendar) = (site.libraries.current(), site.calendar.as_ref());
        go_live::settle(tx, &library, calendar, &submitted.attempt.person, by, now).await?;
    }
    Ok(())
}

fn marked(quiz: Option<&Quiz>, asked: &Asked) -> Mark {
    if let Some(share) = asked.mark {
        return Mark::Scored(share);
    }
    let answer = asked.answer.as_deref().unwrap_or_default();
    match quiz.and_then(|quiz| Some((quiz, quiz.question(&asked.question)?))) {
        // An essay nobody wrote needs nobody to rate it.
        Some((_, question)) if is_essay(question) && answer.iter().all(|text| text.trim().is_empty()) => {
            Mark::Scored(Share::NONE)
        }
        Some((quiz, question)) => mark_tried(quiz, question, answer, &asked.tried),
        None => Mark::Scored(Share::NONE),
    }
}

/// What was at stake with an answer.
pub(super) fn stakes(quiz: Option<&Quiz>, asked: &Asked) -> Stakes {
    let answer = asked.answer.as_deref().unwrap_or_default();
    let found = quiz.and_then(|quiz| Some((quiz, quiz.question(&asked.question)?)));
    found.map_or(Stakes::PLAIN, |(quiz, question)| {
        Stakes::of(quiz.behaviour, question, answer, asked.certainty)
    })
}

fn is_essay(question: &Question) -> bool {
    matches!(question.kind, Kind::Essay { .. })
}

fn share(mark: Mark) -> Option<Share> {
    match mark {
        Mark::Scored(share) => Some(share),
        Mark::Pending => None,
    }
}
