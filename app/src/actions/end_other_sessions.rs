use leptos::prelude::*;

/// Ends all of one's own sessions but the one in use.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "end-other-sessions")]
pub async fn end_other_sessions() -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::devices::end_others(&act).await).await
}
