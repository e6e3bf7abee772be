use leptos::prelude::*;

/// Saves what was seen of a group at one time (`item`, `time`, every `tick`), starts its clock, or goes on to another
/// time: where to `go`.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "save-ticks")]
pub async fn save_ticks(
    /// The interview whose sheet the group was opened from.
    interview: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::save_ticks(&act, interview).await).await
}
