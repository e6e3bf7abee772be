use leptos::prelude::*;

/// Approves that somebody goes live in a role.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "approve")]
pub async fn approve(
    /// The sign-in name.
    login: String,
    /// The role.
    role: String,
    /// A note; may be empty.
    note: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::approvals::approve(&act, &login, &role, &note).await).await
}
