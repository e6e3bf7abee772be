use leptos::prelude::*;

/// Remembers the language somebody reads: with the account when signed in, else in a cookie.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "set-language")]
pub async fn set_language(
    /// `zh-CN` or `en`.
    language: String,
) -> Result<(), ServerFnError> {
    use crate::{forms::Done, refusal::Refusal, texts::Texts};
    crate::forms::run(async |act| {
        let lang = domain::lang::Lang::parse(&language).ok_or(Refusal::NotFound)?;
        let lang = Texts::of(&lang).lang();
        if let Some(session) = act.session.clone() {
            let chosen = lang.clone();
            act.site
                .store
                .write(move |tx| {
                    Box::pin(async move { store::accounts::choose_language(tx, &session, &chosen).await })
                })
                .await?;
        }
        let cookie = format!("language={lang}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
        Ok(Done {
            cookies: vec![cookie],
            ..Done::back()
        })
    })
    .await
}
