use leptos::prelude::*;

/// Makes the link anew at which a new hire sets the first password.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "renew-invitation")]
pub async fn renew_invitation(
    /// The candidate's id.
    candidate: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::recruiting::renew(&act, candidate).await).await
}
