use leptos::prelude::*;

/// Keeps the heading that a learner reads at in a lesson; called by the reader's island. Whether it was kept: not when
/// nobody is signed in any more, or there is no such lesson or heading.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "keep-place")]
pub async fn keep_place(
    /// `course/lesson`.
    lesson: String,
    /// The heading's id.
    anchor: String,
) -> Result<bool, ServerFnError> {
    use crate::visitor::Visitor;
    let Some(visitor) = Visitor::current() else {
        return Err(ServerFnError::ServerError("keeping outside a request".to_owned()));
    };
    crate::learn::keep_place(&visitor, &lesson, &anchor)
        .await
        .map_err(|error| ServerFnError::ServerError(error.to_string()))
}
