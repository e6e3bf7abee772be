use leptos::prelude::*;

/// Signs off one skill of a checklist.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "sign-item")]
pub async fn sign_item(
    /// Whose skill was seen.
    login: String,
    /// The checklist.
    checklist: String,
    /// The skill.
    item: String,
    /// What was seen; may be empty.
    note: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::staff::sign_off::sign(&act, &login, checklist, item, &note).await)
        .await
}
