use leptos::prelude::*;

/// Withdraws a live status at once, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "withdraw")]
pub async fn withdraw(
    /// The sign-in name.
    login: String,
    /// The role.
    role: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::approvals::withdraw(&act, &login, role, &reason).await).await
}
