use leptos::prelude::*;

/// Sets who leads a team.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "lead-team")]
pub async fn lead_team(
    /// The team's id.
    team: String,
    /// The account of who leads it; empty for nobody.
    supervisor: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::teams::lead(&act, team, supervisor).await).await
}
