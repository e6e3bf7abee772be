use std::collections::BTreeMap;

use domain::{
    gate::State,
    quiz::{Question, Quiz},
    score::Milli,
};
use leptos::prelude::*;
use store::attempts;

use crate::{
    actions::RegradeQuestion,
    forms::{WithReason, action},
    gate_view::role_title,
    pages::quiz::state_word,
    quiz::regrade::{Change, Person, Plan},
    staff::segment,
    t,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// By person: the sign-in name and the name.
type Names = BTreeMap<String, (String, String)>;

/// What regrading would change, and the form that does it.
pub(super) fn plan_section(
    visitor: &Visitor,
    quiz: &Quiz,
    question: &Question,
    plan: &Plan,
    names: &Names,
) -> AnyView {
    let texts = visitor.texts;
    let changes: usize = plan.people.iter().map(|person| person.changes.len()).sum();
    let gates = plan
        .people
        .iter()
        .filter(|person| !person.gates.is_empty())
        .count();
    let said = t!(
        texts,
        "regrade-would",
        looked = plan.looked_at,
        changes = changes,
        people = plan.people.len(),
        gates = gates
    );
    let own = plan
        .own
        .then(|| view! { <p class="muted">{t!(texts, "regrade-own")}</p> });
    let table = (!plan.people.is_empty()).then(|| table(visitor, quiz, &plan.people, names));
    let seen = plan.others.len();
    let form = (!plan.people.is_empty() || seen > 0).then(|| apply(visitor, &quiz.head.id, question));
    view! {
        <section class="section stack">
            <h2>{t!(texts, "regrade-changes")}</h2>
            <p>{said}</p>
            {(seen > 0).then(|| view! { <p>{t!(texts, "regrade-seen", n = seen)}</p> })}
            {own}
            {table}
            {form}
        </section>
    }
    .into_any()
}

fn table(visitor: &Visitor, quiz: &Quiz, people: &[Person], names: &Names) -> AnyView {
    let texts = visitor.texts;
    let rows = people
        .iter()
        .flat_map(|person| person.changes.iter().map(move |change| (person, change)));
    let rows = rows.map(|(person, change)| row(visitor, quiz, person, change, names));
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "people-who")),
        Column::words(t!(texts, "quiz-attempts")),
        Column::words(t!(texts, "regrade-before")),
        Column::words(t!(texts, "regrade-after")),
        Column::words(t!(texts, "regrade-gate")),
    ];
    view! {
        <Table label=t!(texts, "regrade-changes") columns rows />
    }
    .into_any()
}

fn row(visitor: &Visitor, quiz: &Quiz, person: &Person, change: &Change, names: &Names) -> Row {
    let texts = visitor.texts;
    let attempt = &change.attempt;
    let result = |score: Option<Milli>, outcome| {
        let word = state_word(attempts::State::Graded, outcome, texts);
        match score {
            Some(score) => format!(
                "{} · {word}",
                t!(texts, "quiz-score", n = score.beside(quiz.pass.0).shown())
            ),
            None => word,
        }
    };
    let who = match names.get(&person.person) {
        Some((login, name)) => {
            let href = format!("/people/{}/quizzes/{}", segment(login), quiz.head.id);
            view! { <a href=href>{name.clone()}</a> }.into_any()
        }
        None => t!(texts, "past-someone").into_any(),
    };
    let gates: Vec<String> = person
        .gates
        .iter()
        .map(|(role, before, after)| {
            let role = role_title(visitor, role);
            format!(
                "{role}: {} → {}",
                line_word(visitor, *before),
                line_word(visitor, *after)
            )
        })
        .collect();
    let gates = Some(gates.join(" · ")).filter(|gates| !gates.is_empty());
    Row::new([
        who,
        t!(texts, "quiz-attempt", n = attempt.number).into_any(),
        result(attempt.score, attempt.outcome).into_any(),
        result(change.score, Some(change.outcome)).into_any(),
        gates.unwrap_or_else(|| "–".to_owned()).into_any(),
    ])
}

fn line_word(visitor: &Visitor, state: State) -> String {
    let texts = visitor.texts;
    match state {
        State::Met => t!(texts, "state-met"),
        State::Pending => t!(texts, "state-pending"),
        State::Missing => t!(texts, "state-missing"),
        State::Expired => t!(texts, "state-expired"),
    }
}

fn apply(visitor: &Visitor, id: &str, question: &Question) -> AnyView {
    let texts = visitor.texts;
    let version = question.hash.to_string();
    view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<RegradeQuestion>()}
            about=vec![("quiz", id.to_owned()), ("question", question.id.clone())]
            question=t!(texts, "regrade-ask")
            lead=t!(texts, "regrade-confirm")
            button=t!(texts, "regrade-apply")
            danger=true
        >
            <input type="hidden" name="version" value=version />
        </WithReason>
    }
    .into_any()
}
