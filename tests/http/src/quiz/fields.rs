//! The fields of an attempt's form.

use domain::quiz::{Gap, Kind, Question, Quiz, to_shown};
use store::attempts::{Asked, Attempt};

/// The hidden fields of a page's quiz form, in their order.
pub(super) fn hidden(page: &str) -> Vec<(String, String)> {
    let form = page.split("id=\"quiz\"").nth(1).unwrap_or(page);
    form.split("<input type=\"hidden\" name=\"")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name.to_owned(), rest.split('"').next()?.to_owned()))
        })
        .collect()
}

/// The fields that answer a whole attempt right.
pub(super) fn right(quiz: &Quiz, attempt: &Attempt) -> Vec<(String, String)> {
    let asked = attempt.questions.iter().enumerate();
    asked
        .flat_map(|(position, asked)| right_answer(quiz.question(&asked.question).unwrap(), asked, position))
        .collect()
}

fn right_answer(question: &Question, asked: &Asked, position: usize) -> Vec<(String, String)> {
    let written = match &question.kind {
        Kind::Choice { options, .. } => (0..options.len())
            .filter(|at| options[*at].right)
            .map(|at| at.to_string())
            .collect(),
        Kind::Short { accepted, .. } => vec![accepted[0].text.clone()],
        Kind::Number { value, .. } => vec![value.to_string()],
        Kind::Order { items } => (0..items.len()).map(|at| at.to_string()).collect(),
        Kind::Match { pairs, .. } => (0..pairs.len()).map(|at| at.to_string()).collect(),
        Kind::Cloze { gaps } => gaps
            .iter()
            .map(|gap| match gap {
                Gap::Typed { accepted } => accepted[0].text.clone(),
                Gap::DropDown { right, .. } => right.to_string(),
            })
            .collect(),
        Kind::Essay { .. } => vec!["我会先道歉，再查单。".to_owned()],
    };
    let shown = to_shown(question, &written, &asked.permutation).into_iter();
    let whole = format!("q{position}");
    match &question.kind {
        Kind::Choice { multiple: true, .. } => shown
            .map(|place| (format!("q{position}.{place}"), "1".to_owned()))
            .collect(),
        Kind::Order { .. } => shown
            .enumerate()
            .map(|(step, place)| (format!("q{position}.{place}"), (step + 1).to_string()))
            .collect(),
        Kind::Match { .. } | Kind::Cloze { .. } => shown
            .enumerate()
            .map(|(part, value)| (format!("q{position}.{part}"), value))
            .collect(),
        _ => shown.map(|value| (whole.clone(), value)).collect(),
    }
}
