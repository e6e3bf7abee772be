use std::collections::BTreeMap;

use domain::{gate::State, quiz::Question};
use leptos::prelude::*;
use store::attempts;

use super::words;
use crate::{
    actions::RegradeQuestion,
    forms::{Form, action},
    gate_view::role_title,
    pages::quiz::state_word,
    quiz::regrade::{Change, Person, Plan},
    staff::segment,
    t,
    ui::Remark,
    visitor::Visitor,
};

/// By person: the sign-in name and the name.
type Names = BTreeMap<String, (String, String)>;

/// What regrading would change, and the form that does it.
pub(super) fn plan_section(
    visitor: &Visitor,
    id: &str,
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
    let table = (!plan.people.is_empty()).then(|| table(visitor, id, &plan.people, names));
    let form = (!plan.people.is_empty()).then(|| apply(visitor, id, question));
    view! {
        <p>
            <a href=format!("/reports/quizzes/{id}/regrade")>{t!(texts, "regrade-others")}</a>
        </p>
        <section class="section">
            <h2>{words(question, texts)}</h2>
            <p>{said}</p>
            {own}
            {table}
            {form}
        </section>
    }
    .into_any()
}

fn table(visitor: &Visitor, id: &str, people: &[Person], names: &Names) -> AnyView {
    let texts = visitor.texts;
    let rows = people
        .iter()
        .flat_map(|person| person.changes.iter().map(move |change| (person, change)));
    let rows = rows.map(|(person, change)| row(visitor, id, person, change, names));
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "regrade-changes")>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, "people-who")}</th>
                        <th scope="col">{t!(texts, "quiz-attempts")}</th>
                        <th scope="col">{t!(texts, "regrade-before")}</th>
                        <th scope="col">{t!(texts, "regrade-after")}</th>
                        <th scope="col">{t!(texts, "regrade-gate")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(visitor: &Visitor, id: &str, person: &Person, change: &Change, names: &Names) -> AnyView {
    let texts = visitor.texts;
    let attempt = &change.attempt;
    let result = |score: Option<domain::score::Milli>, outcome| {
        let word = state_word(attempts::State::Graded, outcome, texts);
        match score {
            Some(score) => format!("{} · {word}", t!(texts, "quiz-score", n = score.to_string())),
            None => word,
        }
    };
    let who = match names.get(&person.person) {
        Some((login, name)) => {
            let href = format!("/people/{}/quizzes/{id}", segment(login));
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
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td>{t!(texts, "quiz-attempt", n = attempt.number)}</td>
            <td>{result(attempt.score, attempt.outcome)}</td>
            <td>{result(change.score, Some(change.outcome))}</td>
            <td>{gates.join(" · ")}</td>
        </tr>
    }
    .into_any()
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
    let reason = visitor
        .typed("regrade-question", "reason")
        .unwrap_or_default()
        .to_owned();
    let error = visitor.error("regrade-question", "reason").map(ToOwned::to_owned);
    let is_back = error.is_some();
    let (quiz, version) = (id.to_owned(), question.hash.to_string());
    let id = question.id.clone();
    view! {
        <details class="confirm" open=is_back>
            <summary class="button danger">{t!(texts, "regrade-ask")}</summary>
            <Form action={action::<RegradeQuestion>()} class="confirm-body">
                <input type="hidden" name="quiz" value=quiz />
                <input type="hidden" name="question" value=id />
                <input type="hidden" name="version" value=version />
                <p>{t!(texts, "regrade-confirm")}</p>
                <Remark
                    id="regrade-reason"
                    name="reason"
                    label=t!(texts, "approvals-reason")
                    value=reason
                    error
                    required=true
                />
                <div class="actions">
                    <button class="button danger">{t!(texts, "regrade-apply")}</button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}
