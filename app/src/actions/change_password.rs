use leptos::prelude::*;

/// Changes one's own password and ends one's other sessions.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "change-password")]
pub async fn change_password(
    /// The password in force, to be sure who asks.
    password_now: String,
    /// The new one.
    password_new: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::change_password(&act, password_now, password_new).await)
        .await
}
