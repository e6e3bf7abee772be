use leptos::prelude::*;

/// Revokes a token of the API.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "revoke-token")]
pub async fn revoke_token(
    /// Its name.
    name: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::tokens::revoke(&act, name).await).await
}
