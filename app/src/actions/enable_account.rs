use leptos::prelude::*;

/// Lets a disabled account sign in again.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "enable-account")]
pub async fn enable_account(
    /// The account's id.
    account: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::accounts::enable(&act, account).await).await
}
