use leptos::prelude::*;
use store::accounts::{self, Account};

use super::{boxes::words, head::Head};
use crate::{
    frame::{Page, page},
    staff::segment,
    t,
    texts::Texts,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// `/admin`: every account.
#[component]
pub(crate) fn Accounts() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.admin()?;
        let texts = visitor.texts;
        let accounts = accounts::list(&visitor.site.store).await?;
        let rows = accounts.iter().map(|account| row(&visitor, account)).collect();
        let columns = vec![
            Column::words(t!(texts, "login")),
            Column::words(t!(texts, "admin-name")),
            Column::words(t!(texts, "admin-access")),
            Column::words(t!(texts, "admin-created")),
            Column::words(t!(texts, "admin-state")),
        ];
        let body = view! {
            <Head visitor=visitor.clone()>
                <a class="button" href="/admin/add">{t!(texts, "admin-add")}</a>
            </Head>
            <Table label=t!(texts, "admin-accounts") columns rows />
        };
        Ok(Page::new(t!(texts, "admin-accounts"), body))
    })
}

fn row(visitor: &Visitor, account: &Account) -> Row {
    let texts = visitor.texts;
    let path = format!("/admin/accounts/{}", segment(&account.login));
    Row::new([
        view! { <a href=path>{account.login.clone()}</a> }.into_any(),
        account.shown().to_owned().into_any(),
        words(texts, &account.access).into_any(),
        visitor.site.calendar.date(account.created).into_any(),
        state(texts, account),
    ])
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
