use leptos::prelude::*;

use crate::theme::Theme;

/// Remembers the colours this browser wants. Needs no sign-in.
///
/// # Errors
/// Only those of the transport: the choice itself cannot fail.
#[server(prefix = "/do", endpoint = "set-theme")]
pub async fn set_theme(
    /// The colours wanted.
    theme: Theme,
) -> Result<(), ServerFnError> {
    let response = expect_context::<leptos_axum::ResponseOptions>();
    let cookie = http::HeaderValue::from_str(&theme.set_cookie())?;
    response.append_header(http::header::SET_COOKIE, cookie);
    Ok(())
}
