use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    actions::AcceptInvitation,
    forms::{Form, action},
    frame::{Page, page},
    refusal::Refusal,
    sign_in::MIN_LENGTH,
    t,
    ui::{Field, Mark},
    visitor::Visitor,
};

/// `/invitations/{token}`: where a new hire sets the first password.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let token = use_params_map().get_untracked().get("token").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let texts = visitor.texts;
        let invited = store::invitations::find(&visitor.site.store, &token, visitor.now).await?;
        let invited = invited.ok_or_else(|| Refusal::Cannot(t!(texts, "invitation-gone")))?;
        let short = visitor
            .error("accept-invitation", "password_new")
            .map(ToOwned::to_owned);
        let title = t!(texts, "invitation-title", name = invited.name);
        let body = view! {
            <main class="sign-in" id="main">
                <header class="sign-in-brand">
                    <Mark />
                    <h1>{title.clone()}</h1>
                    <p class="muted">{t!(texts, "invitation-lead", login = invited.login.clone())}</p>
                </header>
                <Form action={action::<AcceptInvitation>()} class="form">
                    <input type="hidden" name="invitation" value=token />
                    <input type="hidden" name="login" value=invited.login autocomplete="username" />
                    <Field
                        name="password_new"
                        label=t!(texts, "password-new")
                        kind="password"
                        autocomplete="new-password"
                        required=true
                        hint=t!(texts, "password-hint", n = MIN_LENGTH)
                        error=short
                    />
                    <button class="button block">{t!(texts, "invitation-set")}</button>
                </Form>
            </main>
        };
        Ok(Page::new(title, body).bare())
    })
}
