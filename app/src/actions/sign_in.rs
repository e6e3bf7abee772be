use leptos::prelude::*;

/// Signs somebody in. Needs no session.
///
/// # Errors
/// Only those of the transport; a wrong password is an outcome the form shows.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in(
    /// The account's name.
    login: String,
    /// Its password.
    password: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::sign_in::enter(&act, login.trim(), password).await).await
}
