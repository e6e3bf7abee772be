use leptos::prelude::*;

/// Declines that somebody goes live in a role, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "decline")]
pub async fn decline(
    /// The sign-in name.
    login: String,
    /// The role.
    role: String,
    /// Why not.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::approvals::decline(&act, &login, &role, &reason).await).await
}
