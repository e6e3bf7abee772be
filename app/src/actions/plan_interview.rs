use leptos::prelude::*;

/// Plans an interview; who rates is sent as `rater:` and the account, a field for each.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "plan-interview")]
pub async fn plan_interview(
    /// The candidate's id.
    candidate: String,
    /// The id of the interview kit.
    kit: String,
    /// The local date and time.
    at: String,
    /// Where.
    room: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::plan(&act, candidate, kit, &at, &room).await).await
}
