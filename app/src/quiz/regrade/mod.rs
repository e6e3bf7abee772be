//! Regrading: what a corrected key changes, for whom, and writing it down.

mod apply;
mod plan;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, btree_map::Entry},
    sync::Arc,
};

use domain::{
    content::Library,
    evidence::Outcome,
    hash::Hash,
    quiz::{
        Counting, Counts, Mark, Marked, Question, Quiz, Stakes, grade,
        regrade::{Unfit, fits, remark},
    },
    score::Milli,
};
use store::attempts::{Anew, Asked, Attempt};

pub(crate) use self::{
    apply::{names, regrade},
    plan::{Change, Person, Plan, plan},
};
use crate::{refusal::Refusal, visitor::Visitor};

/// One question of a quiz, to be judged by the key of the current release.
#[derive(Clone)]
pub(crate) struct Task {
    quiz: String,
    /// The corrected question; without one, only what follows from other attempts is computed anew.
    question: Option<Question>,
    /// The address of the release it is from.
    release: Hash,
    /// The content of every release an attempt began with, or was judged by.
    libraries: BTreeMap<Hash, Arc<Library>>,
}

/// A question that was asked in another version than the current one.
pub(crate) struct Outdated {
    /// Its id.
    pub id: String,
    /// How many finished attempts were marked by another version.
    pub attempts: usize,
    /// Why some of them cannot be judged anew.
    pub unfit: Option<Unfit>,
}

/// A version of a question that finished attempts were marked by.
pub(crate) struct Earlier<'a> {
    /// The question as it was.
    pub question: &'a Question,
    /// How many finished attempts had it.
    pub attempts: usize,
    /// Why they cannot be judged anew.
    pub unfit: Option<Unfit>,
}

impl Task {
    /// Prepares to judge these attempts at a quiz anew.
    pub(crate) async fn of(
        visitor: &Visitor,
        quiz: &str,
        question: Option<Question>,
        attempts: &[Attempt],
    ) -> Result<Self, Refusal> {
        let site = &visitor.site;
        let mut libraries = BTreeMap::new();
        for attempt in attempts {
            let keys = attempt.questions.iter().filter_map(|asked| asked.key_release);
            for release in keys.chain([attempt.release]) {
                if let Entry::Vacant(free) = libraries.entry(release) {
                    free.insert(site.libraries.at(&site.store, release).await?);
                }
            }
        }
        Ok(Self {
            quiz: quiz.to_owned(),
            question,
            release: visitor.library.release,
            libraries,
        })
    }

    fn quiz(&self, attempt: &Attempt) -> Option<&Quiz> {
        self.libraries.get(&attempt.release)?.quizzes.get(&self.quiz)
    }

    /// The corrected question by whose key an answer was judged last; none while its own did.
    fn judge_of(&self, asked: &Asked) -> Option<&Question> {
        let library = self.libraries.get(&asked.key_release?)?;
        library.quizzes.get(&self.quiz)?.question(&asked.question)
    }

    /// The hash of the question by whose key an answer is judged so far.
    fn judged_by(&self, asked: &Asked) -> Hash {
        self.judge_of(asked).map_or(asked.hash, |question| question.hash)
    }

    /// The corrected question, where it judges this one; none where it does already, or does not fit.
    fn corrected(&self, old: Option<&Question>, asked: &Asked) -> Option<&Question> {
        let new = self.question.as_ref()?;
        let is_other = new.id == asked.question && new.hash != self.judged_by(asked);
        new_if(new, is_other && fits(old?, new).is_ok())
    }

    /// The release whose key judges this question anew; none where it stays as it is.
    fn key(&self, quiz: &Quiz, asked: &Asked) -> Option<Hash> {
        self.corrected(quiz.question(&asked.question), asked)
            .map(|_| self.release)
    }

    /// One person's attempts judged anew, in their order.
    pub(crate) fn judge(&self, attempts: &[Attempt]) -> Vec<Anew> {
        let mut earlier = Vec::new();
        let judged = attempts.iter().map(|attempt| {
            let anew = self.one(attempt, &earlier);
            earlier.extend(anew.score);
            anew
        });
        judged.collect()
    }

    fn one(&self, attempt: &Attempt, earlier: &[Milli]) -> Anew {
        let Some(quiz) = self.quiz(attempt) else {
            return as_it_is(attempt);
        };
        let marked: Vec<Marked> = attempt
            .questions
            .iter()
            .map(|asked| self.marked(quiz, asked))
            .collect();
        if self.question.is_none() && matches!(quiz.counts, Counts::Highest | Counts::Latest) {
            return as_it_is(attempt);
        }
        let result = grade(quiz.pass, &marked);
        let marks = marked.iter().map(|marked| match marked.mark {
            Mark::Scored(share) => Some(share),
            Mark::Pending => None,
        });
        let score = result.passed.map(|_| result.percent);
        let outcome = match result.passed {
            None => Outcome::Pending,
            Some(passed) if Counting::from(quiz).passes(earlier, result.percent, passed) => Outcome::Passed,
            Some(_) => Outcome::Failed,
        };
        Anew {
            marks: marks.collect(),
            keys: attempt
                .questions
                .iter()
                .map(|asked| self.key(quiz, asked))
                .collect(),
            score,
            outcome,
        }
    }

    fn marked(&self, quiz: &Quiz, asked: &Asked) -> Marked {
        let old = quiz.question(&asked.question);
        let answer = asked.answer.as_deref().unwrap_or_default();
        let mark = match (self.corrected(old, asked), old) {
            (Some(new), Some(old)) => remark(quiz, old, new, answer, &asked.tried),
            _ => asked.mark.map_or(Mark::Pending, Mark::Scored),
        };
        let stakes = old.map_or(Stakes::PLAIN, |old| {
            Stakes::of(quiz.behaviour, old, answer, asked.certainty)
        });
        Marked {
            points: asked.points,
            mark,
            stakes,
        }
    }
}

fn new_if(question: &Question, is: bool) -> Option<&Question> {
    is.then_some(question)
}

fn as_it_is(attempt: &Attempt) -> Anew {
    Anew {
        marks: attempt.questions.iter().map(|asked| asked.mark).collect(),
        keys: vec![None; attempt.questions.len()],
        score: attempt.score,
        outcome: attempt.outcome.unwrap_or(Outcome::Pending),
    }
}

/// The versions of the task's question that finished attempts were marked by, other than the current one, the most used
/// first.
pub(crate) fn earlier<'a>(task: &'a Task, attempts: &[Attempt]) -> Vec<Earlier<'a>> {
    let Some(new) = &task.question else {
        return Vec::new();
    };
    let mut found: BTreeMap<Hash, Earlier<'a>> = BTreeMap::new();
    for attempt in attempts {
        let mut asked = attempt.questions.iter();
        let Some(asked) = asked.find(|asked| asked.question == new.id) else {
            continue;
        };
        let shown = task.quiz(attempt).and_then(|quiz| quiz.question(&asked.question));
        let judge = task.judge_of(asked).or(shown);
        let Some((judge, shown)) = judge.zip(shown).filter(|(judge, _)| judge.hash != new.hash) else {
            continue;
        };
        let version = found.entry(judge.hash).or_insert_with(|| Earlier {
            question: judge,
            attempts: 0,
            unfit: None,
        });
        version.attempts += 1;
        version.unfit = version.unfit.or(fits(shown, new).err());
    }
    let mut found: Vec<Earlier<'a>> = found.into_values().collect();
    found.sort_by_key(|version| Reverse(version.attempts));
    found
}

/// The questions of a quiz that finished attempts had in another version, in the quiz's order.
pub(crate) fn outdated(quiz: &Quiz, task: &Task, attempts: &[Attempt]) -> Vec<Outdated> {
    let of = |question: &Question| {
        let asked = attempts.iter().filter_map(|attempt| {
            let asked = attempt
                .questions
                .iter()
                .find(|asked| asked.question == question.id)?;
            (task.judged_by(asked) != question.hash).then_some(attempt)
        });
        let asked: Vec<&Attempt> = asked.collect();
        let unfit = asked
            .iter()
            .filter_map(|attempt| task.quiz(attempt)?.question(&question.id))
            .find_map(|old| fits(old, question).err());
        (!asked.is_empty()).then(|| Outdated {
            id: question.id.clone(),
            attempts: asked.len(),
            unfit,
        })
    };
    quiz.questions.iter().filter_map(of).collect()
}
