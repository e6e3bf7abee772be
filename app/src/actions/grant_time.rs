use leptos::prelude::*;

/// Gives somebody more time for every quiz begun from now on, with a reason.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "grant-time")]
pub async fn grant_time(
    /// The sign-in name.
    login: String,
    /// How much: `m10` for ten minutes more, `x1500` for half as long again, `m0` for none.
    time: String,
    /// Why.
    reason: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::powers::grant_time(&act, &login, &time, reason).await).await
}
