use leptos::prelude::*;

/// Remembers the colours this browser wants. Needs no sign-in.
///
/// # Errors
/// Only those of the transport: the choice itself cannot fail.
#[server(prefix = "/do", endpoint = "set-theme")]
pub async fn set_theme(
    /// The colours wanted.
    theme: crate::theme::Theme,
) -> Result<(), ServerFnError> {
    use crate::forms::Done;
    crate::forms::run(async |_| {
        Ok(Done {
            cookies: vec![theme.set_cookie()],
            ..Done::back()
        })
    })
    .await
}
