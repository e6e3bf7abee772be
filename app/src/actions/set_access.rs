use leptos::prelude::*;

/// Sets what an account may do.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "set-access")]
pub async fn set_access(
    /// The account's id.
    account: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::accounts::set_access(&act, account).await).await
}
