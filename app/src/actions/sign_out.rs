use leptos::prelude::*;

/// Ends this session.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::leave(&act).await).await
}
