use leptos::prelude::*;

/// Moves a person to a team.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "move-person")]
pub async fn move_person(
    /// The sign-in name.
    login: String,
    /// The team's id; empty for none.
    team: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::teams::move_person(&act, &login, team).await).await
}
