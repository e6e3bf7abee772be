use leptos::prelude::*;

use super::devices::devices;
use crate::{
    actions::ChangePassword,
    forms::{Form, action},
    frame::{Page, page},
    sign_in::MIN_LENGTH,
    t,
    ui::{Field, PageHead},
    visitor::Visitor,
};

/// `/password`
#[component]
pub(crate) fn Password() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let error = |field| {
            visitor
                .error("change-password", field)
                .unwrap_or_default()
                .to_owned()
        };
        let wrong = Some(error("password_now")).filter(|error| !error.is_empty());
        let short = Some(error("password_new")).filter(|error| !error.is_empty());
        let body = view! {
            <PageHead title=t!(texts, "password-page") />
            <Form action={action::<ChangePassword>()} class="form">
                <Field
                    name="password_now"
                    label=t!(texts, "password-now")
                    kind="password"
                    autocomplete="current-password"
                    required=true
                    error=wrong
                />
                <Field
                    name="password_new"
                    label=t!(texts, "password-new")
                    kind="password"
                    autocomplete="new-password"
                    required=true
                    hint=t!(texts, "password-hint", n = MIN_LENGTH)
                    error=short
                />
                <div class="actions">
                    <button class="button">{t!(texts, "password-save")}</button>
                </div>
            </Form>
            {devices(&visitor).await?}
        };
        Ok(Page::new(t!(texts, "password-page"), body))
    })
}
