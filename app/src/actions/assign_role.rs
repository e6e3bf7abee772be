use leptos::prelude::*;

/// Gives a person a further role to prepare for.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "assign-role")]
pub async fn assign_role(
    /// The sign-in name.
    login: String,
    /// The role.
    role: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::roles::assign(&act, &login, role).await).await
}
