use leptos::prelude::*;

/// Ends one of one's own sessions, on whatever device it is.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "end-session")]
pub async fn end_session(
    /// Which, as the page lists it.
    which: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::devices::end(&act, &which).await).await
}
