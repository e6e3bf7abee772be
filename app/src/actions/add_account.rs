use leptos::prelude::*;

/// Adds a person with an account.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "add-account")]
pub async fn add_account(
    /// The person's name.
    name: String,
    /// The sign-in name.
    login: String,
    /// The role to prepare for; empty for none.
    role: String,
    /// The team's id; empty for none.
    team: String,
    /// The first password; empty to make a one-time link instead.
    password_new: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| {
        crate::staff::accounts::add(&act, name, login, role, team, password_new).await
    })
    .await
}
