use leptos::prelude::*;

/// Adds a team.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "add-team")]
pub async fn add_team(
    /// Its name.
    name: String,
    /// The account of who leads it; empty for nobody.
    supervisor: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::teams::add(&act, &name, supervisor).await).await
}
