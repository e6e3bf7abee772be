use leptos::prelude::*;

/// Disables an account and ends its sessions.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "disable-account")]
pub async fn disable_account(
    /// The account's id.
    account: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::accounts::disable(&act, account).await).await
}
