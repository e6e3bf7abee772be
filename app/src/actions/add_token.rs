use leptos::prelude::*;

/// Makes a token of the API, shown once.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "add-token")]
pub async fn add_token(
    /// What it is for.
    name: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::tokens::add(&act, &name).await).await
}
