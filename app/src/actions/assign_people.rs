use leptos::prelude::*;

/// Gives everybody ticked (`person`, once for each) a role to prepare for.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "assign-people")]
pub async fn assign_people(
    /// The role.
    role: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::roles::assign_ticked(&act, role).await).await
}
