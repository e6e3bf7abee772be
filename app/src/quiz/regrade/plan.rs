use domain::{
    evidence::{Entry, Fact, Outcome},
    gate::{self, State},
    score::Milli,
};
use store::{actors::Trainer, attempts::Attempt, evidence};

use super::Task;
use crate::{go_live, refusal::Refusal, visitor::Visitor};

/// What regrading changes about one attempt.
pub(crate) struct Change {
    /// The attempt as it is.
    pub attempt: Attempt,
    /// Its score then.
    pub score: Option<Milli>,
    /// How it ends then.
    pub outcome: Outcome,
}

/// What regrading changes for one person.
pub(crate) struct Person {
    /// Whose attempts they are.
    pub person: String,
    /// The attempts that change, in their order.
    pub changes: Vec<Change>,
    /// What changes in the gate: the role, and the state of the quiz's line before and after.
    pub gates: Vec<(String, State, State)>,
}

/// What regrading would do.
pub(crate) struct Plan {
    /// How many attempts have the question.
    pub looked_at: usize,
    /// Whom it changes something for.
    pub people: Vec<Person>,
    /// Who gets to see the corrected key, though no result of theirs changes.
    pub others: Vec<String>,
    /// Whether some of it is the trainer's own, which he cannot regrade.
    pub own: bool,
}

/// What regrading this question would do, without doing it.
pub(crate) async fn plan(
    visitor: &Visitor,
    by: &Trainer,
    task: &Task,
    attempts: &[Attempt],
) -> Result<Plan, Refusal> {
    let id = task.question.as_ref().map(|question| question.id.as_str());
    let has = |attempt: &&Attempt| {
        let mut asked = attempt.questions.iter();
        asked.any(|asked| Some(asked.question.as_str()) == id)
    };
    let mut plan = Plan {
        looked_at: attempts.iter().filter(has).count(),
        people: Vec::new(),
        others: Vec::new(),
        own: false,
    };
    for own in attempts.chunk_by(|one, other| one.person == other.person) {
        let anew = task.judge(own);
        let is_judged = anew.iter().any(|anew| anew.keys.iter().any(Option::is_some));
        let changes: Vec<Change> = own
            .iter()
            .zip(anew)
            .filter(|(attempt, anew)| anew.changes(attempt))
            .map(|(attempt, anew)| Change {
                attempt: attempt.clone(),
                score: anew.score,
                outcome: anew.outcome,
            })
            .collect();
        let Some(person) = own.first().map(|attempt| attempt.person.clone()) else {
            continue;
        };
        if changes.is_empty() {
            plan.others
                .extend(Some(person).filter(|person| is_judged && *person != by.person));
            continue;
        }
        if person == by.person {
            plan.own = true;
            continue;
        }
        plan.people.push(Person {
            person,
            changes,
            gates: Vec::new(),
        });
    }
    let ids: Vec<String> = plan.people.iter().map(|person| person.person.clone()).collect();
    let entries = evidence::of_people(&visitor.site.store, &ids).await?;
    for person in &mut plan.people {
        let entries = entries.get(&person.person).map_or(&[][..], |entries| &**entries);
        person.gates = gates(visitor, &task.quiz, entries, &person.changes);
    }
    Ok(plan)
}

/// What the gate would say of the quiz's line in each of the person's roles, before and after, where it differs.
fn gates(
    visitor: &Visitor,
    quiz: &str,
    entries: &[Entry],
    changes: &[Change],
) -> Vec<(String, State, State)> {
    let (library, now) = (&*visitor.library, go_live::behind(entries, visitor.now));
    let then = changes.iter().enumerate().map(|(at, change)| Entry {
        // Behind every real one of the same moment.
        id: format!("~{at:04}"),
        person: Some(change.attempt.person.clone()),
        actor: None,
        happened: now,
        recorded: now,
        fact: Fact::QuizRegraded {
            quiz: change.attempt.quiz.clone(),
            version: change.attempt.version,
            attempt: change.attempt.id.clone(),
            was: change.attempt.score,
            score: change.score,
            outcome: change.outcome,
        },
        text: None,
    });
    let after: Vec<Entry> = entries.iter().cloned().chain(then).collect();
    let state = |role, entries: &[Entry]| {
        let report = gate::report(role, library, entries, now, &*visitor.site.calendar)?;
        let line = report
            .items
            .into_iter()
            .find(|item| item.kind == "quiz" && item.id == quiz);
        line.map(|item| item.state)
    };
    let roles = library.roles.iter().filter_map(|(id, role)| {
        let (before, then) = (state(role, entries)?, state(role, &after)?);
        (before != then).then(|| (id.clone(), before, then))
    });
    roles.collect()
}
