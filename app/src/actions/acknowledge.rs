use leptos::prelude::*;

/// Acknowledges a policy in the edition and the wording that was shown.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "acknowledge")]
pub async fn acknowledge(
    /// The policy's id.
    policy: String,
    /// The hash of the text that was shown.
    shown: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::learn::acknowledge(&act, &policy, &shown).await).await
}
