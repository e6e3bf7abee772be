use leptos::prelude::*;

/// Sets the first password behind a one-time link, and signs in.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "accept-invitation")]
pub async fn accept_invitation(
    /// The token of the link.
    invitation: String,
    /// The password to be.
    password_new: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::accept(&act, &invitation, password_new).await).await
}
