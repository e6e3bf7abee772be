use domain::{
    csv::{Cell, table},
    quiz::statistics::{LEAST, Pick},
};

use super::{
    quiz::{Asked, QuizReport, Reader, may_read},
    wording::{flag, letter},
};
use crate::{refusal::Refusal, t, texts::Texts, visitor::Visitor};

/// The statistics of a quiz, a row for each version of a question, as a file for a spreadsheet.
///
/// # Errors
/// Only trainers may have it; [`Refusal::NotFound`] when there is no such quiz.
pub async fn statistics_csv(visitor: &Visitor, id: &str) -> Result<String, Refusal> {
    let reader = may_read(visitor)?;
    let Reader::Trainer(_) = reader else {
        return Err(Refusal::Forbidden);
    };
    let report = QuizReport::of(visitor, &reader, id).await?;
    let most = report
        .asked
        .iter()
        .filter_map(|asked| Some(asked.version.numbers.as_ref()?.picks.len()))
        .max()
        .unwrap_or(0);
    let rows = report.asked.iter().map(|asked| row(visitor, asked, most));
    Ok(table(std::iter::once(head(visitor.texts, most)).chain(rows)))
}

fn head(texts: Texts, options: usize) -> Vec<Cell> {
    let mut head = vec![
        t!(texts, "report-id"),
        t!(texts, "report-question"),
        t!(texts, "report-version"),
        t!(texts, "report-current"),
        t!(texts, "report-answers"),
        t!(texts, "report-facility"),
        t!(texts, "report-discrimination"),
        t!(texts, "report-blank"),
        t!(texts, "report-flags"),
    ];
    for option in 0..options {
        let option = letter(option);
        head.push(t!(texts, "report-option-times", option = option.clone()));
        head.push(t!(texts, "report-option-pull", option = option));
    }
    head.into_iter().map(Cell::Text).collect()
}

fn row(visitor: &Visitor, asked: &Asked, options: usize) -> Vec<Cell> {
    let (texts, version) = (visitor.texts, &asked.version);
    let current = if asked.place.is_some() {
        t!(texts, "report-yes")
    } else {
        t!(texts, "report-no")
    };
    // With a letter in front: digits around an `e` would be read as a number.
    let mut hash = format!("v{}", version.version);
    hash.truncate(13);
    let mut row = vec![
        Cell::text(version.question.as_str()),
        Cell::text(asked.text(visitor)),
        Cell::text(hash),
        Cell::text(current),
        Cell::number(&version.answers),
    ];
    let Some(numbers) = &version.numbers else {
        let few = t!(texts, "report-few", n = version.answers, least = LEAST);
        row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::text(few)]);
        return row;
    };
    let flags: Vec<_> = numbers.flags.iter().map(|of| flag(texts, *of)).collect();
    row.extend([
        Cell::number(&numbers.facility),
        Cell::maybe(numbers.discrimination.as_ref()),
        Cell::number(&numbers.blank),
        Cell::text(flags.join(" ")),
    ]);
    for option in 0..options {
        let pick: Option<&Pick> = numbers.picks.get(option);
        row.push(Cell::maybe(pick.map(|pick| &pick.times)));
        row.push(Cell::maybe(pick.and_then(|pick| pick.pull.as_ref())));
    }
    row
}
