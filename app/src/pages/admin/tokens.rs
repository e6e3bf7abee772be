use leptos::prelude::*;
use store::tokens::{self, ApiToken};

use super::head::Head;
use crate::{
    actions::{AddToken, RevokeToken},
    forms::{Form, action},
    frame::{Page, page},
    t,
    ui::{Empty, Field},
    visitor::Visitor,
};

/// `/admin/tokens`: who may ask the API.
#[component]
pub(crate) fn Tokens() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let tokens = tokens::list(&visitor.site.store).await?;
        let rows = tokens.iter().map(|token| row(&visitor, token)).collect_view();
        let list = if tokens.is_empty() {
            view! {
                <Empty title=t!(texts, "admin-no-tokens") hint=t!(texts, "admin-no-tokens-lead") />
            }
            .into_any()
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let name = visitor.typed("add-token", "name").unwrap_or_default().to_owned();
        let error = visitor.error("add-token", "name").map(ToOwned::to_owned);
        let body = view! {
            <Head visitor=visitor.clone() />
            {list}
            <section class="section">
                <h2>{t!(texts, "admin-token-add")}</h2>
                <Form action={action::<AddToken>()} class="form">
                    <Field
                        name="name"
                        label=t!(texts, "admin-token-name")
                        hint=t!(texts, "admin-token-hint")
                        value=name
                        error=error
                        required=true
                    />
                    <div class="actions">
                        <button class="button">{t!(texts, "admin-token-add")}</button>
                    </div>
                </Form>
            </section>
        };
        Ok(Page::new(t!(texts, "admin-tokens"), body))
    })
}

fn row(visitor: &Visitor, token: &ApiToken) -> AnyView {
    let texts = visitor.texts;
    let date = |moment| visitor.site.calendar.date(moment);
    let name = token.name.clone();
    let end = match token.revoked {
        Some(revoked) => {
            view! { <span class="chip">{t!(texts, "admin-token-revoked", date = date(revoked))}</span> }
                .into_any()
        }
        None => view! {
            <details class="confirm">
                <summary class="button danger small">{t!(texts, "admin-token-revoke-ask")}</summary>
                <Form action={action::<RevokeToken>()} class="confirm-body">
                    <input type="hidden" name="name" value=name />
                    <p>{t!(texts, "admin-token-revoke-lead")}</p>
                    <div class="actions">
                        <button class="button danger">{t!(texts, "admin-token-revoke")}</button>
                    </div>
                </Form>
            </details>
        }
        .into_any(),
    };
    view! {
        <li class="row">
            <div class="row-main">
                <span class="row-title">{token.name.clone()}</span>
                <span class="row-note">{t!(texts, "admin-token-made", date = date(token.created))}</span>
            </div>
            <div class="row-end">{end}</div>
        </li>
    }
    .into_any()
}
