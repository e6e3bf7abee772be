use leptos::prelude::*;
use store::accounts::{self, Account};

use super::{boxes::words, head::Head};
use crate::{
    frame::{Page, page},
    staff::segment,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// `/admin`: every account.
#[component]
pub(crate) fn Accounts() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let accounts = accounts::list(&visitor.site.store).await?;
        let rows = accounts
            .iter()
            .map(|account| row(&visitor, account))
            .collect_view();
        let body = view! {
            <Head visitor=visitor.clone()>
                <a class="button" href="/admin/add">{t!(texts, "admin-add")}</a>
            </Head>
            <div class="table-scroll" role="region" tabindex="0" aria-label=t!(texts, "admin-accounts")>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t!(texts, "login")}</th>
                            <th scope="col">{t!(texts, "admin-name")}</th>
                            <th scope="col">{t!(texts, "admin-access")}</th>
                            <th scope="col">{t!(texts, "admin-created")}</th>
                            <th scope="col">{t!(texts, "admin-state")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        };
        Ok(Page::new(t!(texts, "admin-accounts"), body))
    })
}

fn row(visitor: &Visitor, account: &Account) -> AnyView {
    let texts = visitor.texts;
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/admin/accounts/{}", segment(&account.login))>{account.login.clone()}</a>
            </th>
            <td>{account.shown().to_owned()}</td>
            <td>{words(texts, &account.access)}</td>
            <td>{visitor.site.calendar.date(account.created)}</td>
            <td>{state(texts, account)}</td>
        </tr>
    }
    .into_any()
}

/// Whether an account is in use.
pub(super) fn state(texts: Texts, account: &Account) -> AnyView {
    let (tone, word) = if account.disabled.is_some() {
        (None, t!(texts, "admin-disabled"))
    } else if account.has_password {
        (Some("jade"), t!(texts, "admin-active"))
    } else {
        (Some("amber"), t!(texts, "admin-never"))
    };
    view! { <span class="chip" data-tone=tone>{word}</span> }.into_any()
}
