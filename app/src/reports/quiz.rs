use std::collections::BTreeMap;

use domain::{
    content::plain_text,
    hash::Hash,
    quiz::{
        Question, Quiz,
        statistics::{Answer, Sitting, Statistics, Version, statistics},
    },
};
use store::{
    actors::{ReadsReports, Supervisor, Trainer},
    attempts::{self, FirstAttempt},
};

use crate::{refusal::Refusal, visitor::Visitor};

/// How many older releases are read to know what their questions said.
const OLDER: usize = 4;

/// Somebody who may read reports.
pub(crate) enum Reader {
    /// Also what questions and keys say.
    Trainer(Trainer),
    /// The numbers of quizzes; keys stay with trainers, because a supervisor may have to take the quiz too.
    Supervisor(Supervisor),
}

/// Who reads.
///
/// # Errors
/// [`Refusal::Forbidden`] unless it is a trainer or a supervisor.
pub(crate) fn may_read(visitor: &Visitor) -> Result<Reader, Refusal> {
    match visitor.trainer() {
        Ok(trainer) => Ok(Reader::Trainer(trainer)),
        Err(Refusal::Forbidden) => visitor.supervisor().map(Reader::Supervisor),
        Err(refusal) => Err(refusal),
    }
}

impl Reader {
    /// Totals of all quizzes.
    pub(crate) async fn totals(&self, visitor: &Visitor) -> Result<Vec<attempts::Totals>, Refusal> {
        let store = &visitor.site.store;
        Ok(match self {
            Self::Trainer(by) => attempts::totals(store, by).await?,
            Self::Supervisor(by) => attempts::totals(store, by).await?,
        })
    }

    /// Whether it may see questions and keys.
    pub(crate) fn sees_questions(&self) -> bool {
        matches!(self, Self::Trainer(_))
    }

    async fn first_attempts(&self, visitor: &Visitor, quiz: &str) -> Result<Vec<FirstAttempt>, Refusal> {
        async fn of(
            by: &impl ReadsReports,
            visitor: &Visitor,
            quiz: &str,
        ) -> Result<Vec<FirstAttempt>, Refusal> {
            Ok(attempts::first_attempts(&visitor.site.store, by, quiz).await?)
        }
        match self {
            Self::Trainer(by) => of(by, visitor, quiz).await,
            Self::Supervisor(by) => of(by, visitor, quiz).await,
        }
    }
}

/// The statistics of a quiz with what they are about.
pub(crate) struct QuizReport {
    /// The quiz as it is published now.
    pub(crate) quiz: Quiz,
    /// The numbers.
    pub(crate) statistics: Statistics,
    /// Questions of the published version, in its order, then older versions; empty for who must not see them.
    pub(crate) asked: Vec<Asked>,
}

/// A version of a question with its numbers.
pub(crate) struct Asked {
    /// What it says; none when its release is too old to be read for this.
    pub(crate) question: Option<Question>,
    /// Its place in the published quiz, counted from 1; none for an older version.
    pub(crate) place: Option<usize>,
    /// The numbers.
    pub(crate) version: Version,
}

impl Asked {
    /// The question without markup, in the visitor's language; the id when it cannot be read.
    pub(crate) fn text(&self, visitor: &Visitor) -> String {
        let Some(question) = &self.question else {
            return self.version.question.clone();
        };
        let html = domain::quiz::fill_gaps(question.prompt.get(&visitor.lang()), |_| "____".to_owned());
        plain_text(&html)
    }
}

impl QuizReport {
    /// The report on a quiz of the current release.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is no such quiz; what the store refuses.
    pub(crate) async fn of(visitor: &Visitor, reader: &Reader, id: &str) -> Result<Self, Refusal> {
        let quiz = visitor.library.quizzes.get(id).ok_or(Refusal::NotFound)?.clone();
        let attempts = reader.first_attempts(visitor, id).await?;
        let known = versions(visitor, &quiz, &attempts).await?;
        let sittings: Vec<_> = attempts.iter().map(|attempt| sitting(attempt, &known)).collect();
        let statistics = statistics(&sittings);
        let place = |version: &Version| {
            let same = |question: &Question| question.hash == version.version;
            quiz.questions.iter().position(same).map(|at| at + 1)
        };
        let mut asked: Vec<_> = statistics
            .versions
            .iter()
            .filter(|_| reader.sees_questions())
            .map(|version| Asked {
                question: known.get(&version.version).cloned(),
                place: place(version),
                version: version.clone(),
            })
            .collect();
        asked.sort_by_key(|asked| asked.place.unwrap_or(usize::MAX));
        Ok(Self {
            quiz,
            statistics,
            asked,
        })
    }
}

/// What each version that was asked says: those of the current release, and of a few older ones, the newest first.
async fn versions(
    visitor: &Visitor,
    quiz: &Quiz,
    attempts: &[FirstAttempt],
) -> Result<BTreeMap<Hash, Question>, Refusal> {
    let mut known: BTreeMap<Hash, Question> = BTreeMap::new();
    let learn = |known: &mut BTreeMap<Hash, Question>, quiz: &Quiz| {
        for question in &quiz.questions {
            known.entry(question.hash).or_insert_with(|| question.clone());
        }
    };
    learn(&mut known, quiz);
    let (site, mut read) = (&visitor.site, 0);
    for attempt in attempts.iter().rev() {
        let complete = attempt
            .questions
            .iter()
            .all(|asked| known.contains_key(&asked.hash));
        if complete || read == OLDER {
            continue;
        }
        read += 1;
        let library = site.libraries.at(&site.store, attempt.release).await?;
        if let Some(older) = library.quizzes.get(&quiz.head.id) {
            learn(&mut known, older);
        }
    }
    Ok(known)
}

fn sitting<'a>(attempt: &'a FirstAttempt, known: &'a BTreeMap<Hash, Question>) -> Sitting<'a> {
    let answers = attempt.questions.iter().map(|asked| Answer {
        question: &asked.question,
        version: asked.hash,
        kind: known.get(&asked.hash).map(|question| &question.kind),
        points: asked.points,
        mark: asked.mark,
        answer: asked.answer.as_deref().unwrap_or_default(),
    });
    Sitting {
        seconds: attempt.seconds,
        result: attempt.result,
        answers: answers.collect(),
    }
}
