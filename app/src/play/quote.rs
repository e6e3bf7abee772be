use domain::rating::sentences;

use crate::{forms::Act, refusal::Refusal, t};

/// The sentences of a reply that the form ticks, as `quote-NUMBER`, a line each; they stand in the reply because they are
/// taken from it. One that was erased has none.
///
/// # Errors
/// The field, when none is ticked.
pub(super) fn quoted(act: &Act, text: &str) -> Result<String, Refusal> {
    let sentences = sentences(text);
    let ticked = |at: &usize| act.posted.get(&format!("quote-{at}")).is_some();
    let chosen: Vec<&str> = (0..sentences.len())
        .filter(ticked)
        .filter_map(|at| sentences.get(at).copied())
        .collect();
    if chosen.is_empty() && !sentences.is_empty() {
        return Err(Refusal::field("quote", t!(act.texts, "rating-quote-needed")));
    }
    Ok(chosen.join("\n"))
}
