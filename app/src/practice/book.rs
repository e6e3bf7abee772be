use std::{collections::BTreeMap, sync::Arc};

use domain::{
    evidence,
    practice::Mistake,
    quiz::{Kind, May, Question, Quiz, visible},
    time::Moment,
};
use store::{
    actors::Learner,
    attempts::{self, Summary},
    mistakes,
};

use crate::{quiz::standing::standing, refusal::Refusal, visitor::Visitor};

/// A question of the book, as it is published now.
#[derive(Clone)]
pub(crate) struct Entry {
    /// `course/quiz`.
    pub(crate) quiz: String,
    /// The question.
    pub(crate) question: Question,
    /// How far it is.
    pub(crate) mistake: Mistake,
}

/// Somebody's book of mistakes 错题本.
///
/// What was wrong in an attempt comes in once the quiz shows its right answers to this person and no attempt is open:
/// practising says what is right, and must not help with a quiz that may still be repeated unless its author lets it.
/// What was wrong in free practice comes in at once.
pub(crate) struct Book {
    /// All of it, also what has been learnt; the next one due first.
    entries: Vec<Entry>,
    attempts: Vec<Summary>,
    evidence: Arc<[evidence::Entry]>,
}

impl Book {
    /// The learner's own book.
    pub(crate) async fn of(visitor: &Visitor, learner: &Learner) -> Result<Self, Refusal> {
        let store = &visitor.site.store;
        let mistakes = mistakes::of_learner(store, learner).await?;
        let mut book = Self {
            entries: Vec::new(),
            attempts: attempts::list(store, &learner.person).await?,
            evidence: store::evidence::of_person(store, &learner.person).await?,
        };
        for ((quiz, id), mistake) in merged(visitor, mistakes) {
            let found = visitor.library.quizzes.get(&quiz);
            let found = found.and_then(|found| Some((found, found.question(&id)?)));
            let Some((found, question)) = found.filter(|(of, question)| book.may_ask(visitor, of, question))
            else {
                continue;
            };
            book.entries.push(Entry {
                quiz: found.head.id.clone(),
                question: question.clone(),
                mistake,
            });
        }
        book.entries.sort_by_key(|entry| entry.mistake.due);
        Ok(book)
    }

    /// What is to be answered again now.
    pub(crate) fn due(&self, now: Moment) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.mistake.is_due(now))
    }

    /// What returns on a later day, the next one first.
    pub(crate) fn later(&self, now: Moment) -> impl Iterator<Item = &Entry> {
        let later = move |entry: &&Entry| !entry.mistake.is_due(now) && !entry.mistake.is_learnt();
        self.entries.iter().filter(later)
    }

    /// What the book knows of a question, also when it has been learnt.
    pub(crate) fn find(&self, quiz: &str, question: &str) -> Option<&Entry> {
        let same = |entry: &&Entry| entry.quiz == quiz && entry.question.id == question;
        self.entries.iter().find(same)
    }

    /// The learner's evidence, which the rules of a quiz look at.
    pub(crate) fn evidence(&self) -> &[evidence::Entry] {
        &self.evidence
    }

    /// Whether this person may be told what is right here.
    pub(crate) fn may_ask(&self, visitor: &Visitor, quiz: &Quiz, question: &Question) -> bool {
        if matches!(question.kind, Kind::Essay { .. }) {
            return false;
        }
        let standing = standing(&visitor.site, quiz, &self.evidence, &self.attempts, visitor.now);
        let open = matches!(standing.may, May::Continue(_));
        question.practice || !open && visible(quiz, standing.passed, standing.closed).answers
    }
}

/// What an attempt says and what practice says of each question: the newer mistake holds. A mistake that an attempt
/// no longer has, because it is void or was marked again, is none.
fn merged(visitor: &Visitor, mistakes: mistakes::Mistakes) -> BTreeMap<(String, String), Mistake> {
    let day = |moment| visitor.site.calendar.start_of_day(moment);
    let wrong = mistakes.wrong.into_iter();
    let mut merged: BTreeMap<_, _> = wrong
        .map(|wrong| ((wrong.quiz, wrong.question), Mistake::made(wrong.made, day)))
        .collect();
    for kept in mistakes.kept {
        let for_practice = visitor
            .library
            .quizzes
            .get(&kept.quiz)
            .and_then(|quiz| quiz.question(&kept.question))
            .is_some_and(|question| question.practice);
        let key = (kept.quiz, kept.question);
        match merged.get_mut(&key) {
            Some(mistake) if mistake.made <= kept.mistake.made => *mistake = kept.mistake,
            None if for_practice => drop(merged.insert(key, kept.mistake)),
            Some(_) | None => {}
        }
    }
    merged
}
