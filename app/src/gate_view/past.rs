use domain::{
    content::doc::Head,
    evidence::{ExtraTime, Fact, Outcome},
    score::Milli,
};

use crate::{gate_view::role_title, t, texts::Texts, visitor::Visitor};

/// What an entry says, and how it is drawn.
pub(super) fn words(visitor: &Visitor, fact: &Fact) -> (Option<&'static str>, String) {
    let (texts, library) = (visitor.texts, &visitor.library);
    let role = |id: &str| role_title(visitor, id);
    match fact {
        Fact::Hired { role: id, score, .. } => {
            let words = match score {
                Some(score) => t!(texts, "past-hired-score", role = role(id), score = score.shown()),
                None => t!(texts, "past-hired", role = role(id)),
            };
            (Some("ok"), words)
        }
        Fact::RoleAssigned { role: id } => (None, t!(texts, "past-assigned", role = role(id))),
        Fact::LessonCompleted { lesson, .. } => {
            let name = name(
                visitor,
                lesson,
                library.lessons.get(lesson).map(|lesson| &lesson.head),
            );
            (Some("ok"), t!(texts, "past-lesson", name = name))
        }
        Fact::QuizFinished {
            quiz, score, outcome, ..
        } => {
            let what = t!(texts, "requires-quiz", name = quiz_name(visitor, quiz));
            let score = score.map(|score| t!(texts, "past-points", n = quiz_score(visitor, quiz, score)));
            result(texts, &what, score, *outcome)
        }
        Fact::ScenarioFinished {
            scenario,
            score,
            outcome,
            ..
        } => {
            let found = library.scenarios.get(scenario);
            let name = name(visitor, scenario, found.map(|scenario| &scenario.head));
            let pass = found.map_or(Milli(0), |scenario| scenario.pass);
            let what = t!(texts, "requires-scenario", name = name);
            let score = score.map(|score| t!(texts, "past-points", n = score.beside(pass).shown()));
            result(texts, &what, score, *outcome)
        }
        Fact::Acknowledged { policy, edition, .. } => {
            let name = name(
                visitor,
                policy,
                library.policies.get(policy).map(|policy| &policy.head),
            );
            let words = t!(texts, "past-acknowledged", name = name, edition = edition.clone());
            (Some("ok"), words)
        }
        Fact::ItemSigned { checklist, item, .. } => {
            let found = library.checklists.get(checklist);
            let list = name(visitor, checklist, found.map(|checklist| &checklist.head));
            let skill = found.and_then(|checklist| checklist.items.iter().find(|(id, _)| id == item));
            let skill = skill.map_or(item.as_str(), |(_, text)| text.get(&visitor.lang()));
            let skill = domain::content::plain_text(skill);
            (Some("ok"), t!(texts, "past-signed", name = list, item = skill))
        }
        Fact::Approved { role: id, .. } => (Some("ok"), t!(texts, "past-approved", role = role(id))),
        Fact::Declined { role: id, .. } => (Some("wait"), t!(texts, "past-declined", role = role(id))),
        Fact::Certified { role: id, number, .. } => {
            let words = t!(texts, "past-certified", role = role(id), number = number.clone());
            (Some("ok"), words)
        }
        Fact::Withdrawn { role: id } => (Some("critical"), t!(texts, "past-withdrawn", role = role(id))),
        Fact::Exempted { role: id, .. } => (None, t!(texts, "past-exempted", role = role(id))),
        Fact::Voided { .. } => (Some("wait"), t!(texts, "past-void")),
        Fact::PlayUpheld { scenario, .. } => {
            let found = library.scenarios.get(scenario);
            let name = name(visitor, scenario, found.map(|scenario| &scenario.head));
            (Some("ok"), t!(texts, "past-play-upheld", name = name))
        }
        Fact::AttemptGranted { quiz } => {
            let name = quiz_name(visitor, quiz);
            (None, t!(texts, "past-attempt-granted", name = name))
        }
        Fact::TimeGranted { time } => {
            let time = extra_time(texts, *time);
            (None, t!(texts, "past-time-granted", time = time))
        }
        Fact::AttemptVoided { quiz, .. } => {
            let name = quiz_name(visitor, quiz);
            (Some("wait"), t!(texts, "past-attempt-voided", name = name))
        }
        Fact::QuizRegraded {
            quiz,
            was,
            score,
            outcome,
            ..
        } => {
            let shown = |score: Option<Milli>| {
                let score = score.map(|score| quiz_score(visitor, quiz, score));
                score.unwrap_or_else(|| t!(texts, "state-pending"))
            };
            let name = quiz_name(visitor, quiz);
            let what = if was == score {
                t!(texts, "past-recounted", name = name, score = shown(*score))
            } else {
                t!(
                    texts,
                    "past-regraded",
                    name = name,
                    was = shown(*was),
                    score = shown(*score)
                )
            };
            result(texts, &what, None, *outcome)
        }
        Fact::Left => (None, t!(texts, "status-left")),
        Fact::ReleasePublished { release } => (None, t!(texts, "past-published", release = release.short())),
    }
}

fn name(visitor: &Visitor, id: &str, head: Option<&Head>) -> String {
    head.map_or(id, |head| head.title.get(&visitor.lang())).to_owned()
}

fn quiz_name(visitor: &Visitor, id: &str) -> String {
    let quiz = visitor.library.quizzes.get(id);
    name(visitor, id, quiz.map(|quiz| &quiz.head))
}

/// A score of a quiz; its pass mark is that of the current release.
fn quiz_score(visitor: &Visitor, id: &str, score: Milli) -> String {
    let quiz = visitor.library.quizzes.get(id);
    score.beside(quiz.map_or(Milli(0), |quiz| quiz.pass.0)).shown()
}

fn result(
    texts: Texts,
    what: &str,
    score: Option<String>,
    outcome: Outcome,
) -> (Option<&'static str>, String) {
    let (kind, word) = match outcome {
        Outcome::Passed => ("ok", t!(texts, "past-passed")),
        Outcome::Failed => ("wait", t!(texts, "past-not-passed")),
        Outcome::Pending => ("wait", t!(texts, "state-pending")),
    };
    let score = score.map(|score| format!(" · {score}"));
    (
        Some(kind),
        format!("{what} · {word}{}", score.unwrap_or_default()),
    )
}

/// More time for quizzes and role-plays, in words.
pub(crate) fn extra_time(texts: Texts, time: ExtraTime) -> String {
    match time {
        ExtraTime::Minutes(0) => t!(texts, "extra-none"),
        ExtraTime::Minutes(n) => t!(texts, "extra-minutes", n = n),
        ExtraTime::Factor(factor) => t!(texts, "extra-factor", n = factor.to_string()),
        ExtraTime::Unlimited => t!(texts, "extra-unlimited"),
    }
}
