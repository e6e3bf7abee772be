use leptos::prelude::*;

/// Makes a one-time link at which somebody sets a new password.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "invite-account")]
pub async fn invite_account(
    /// The account's id.
    account: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::accounts::invite(&act, account).await).await
}
