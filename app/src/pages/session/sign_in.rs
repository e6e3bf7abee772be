use leptos::prelude::*;

use crate::{
    actions::{SetLanguage, SignIn as Action},
    forms::{Form, action},
    frame::{Page, page},
    refusal::Refusal,
    t,
    texts::Texts,
    ui::{Field, Mark},
    visitor::Visitor,
};

/// The demo accounts and the key of what each stands for.
const DEMO: [(&str, &str); 5] = [
    ("trainee", "demo-trainee"),
    ("recruiter", "demo-recruiter"),
    ("trainer", "demo-trainer"),
    ("supervisor", "demo-supervisor"),
    ("admin", "demo-admin"),
];

/// `/sign-in`
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        if visitor.session.is_some() && visitor.query("kept").is_none() {
            return Err(Refusal::Elsewhere("/".to_owned()));
        }
        let texts = visitor.texts;
        let other = if texts == Texts::Chinese {
            ("en", "English")
        } else {
            ("zh-CN", "中文")
        };
        let kept = visitor.query("kept");
        let next = visitor.query("next").unwrap_or_else(|| "/".to_owned());
        let reason = match (&kept, next.as_str()) {
            (Some(_), _) => Some(t!(texts, "sign-in-kept")),
            (None, "/") => None,
            (None, _) => Some(t!(texts, "sign-in-needed")),
        };
        let failed = visitor.flash.as_ref().and_then(|flash| flash.notice.clone());
        let login = visitor.typed("sign-in", "login").unwrap_or_default().to_owned();
        let body = view! {
            <main class="sign-in" id="main">
                <header class="sign-in-brand">
                    <Mark />
                    <h1>{t!(texts, "brand")}</h1>
                    <p class="muted">{t!(texts, "sign-in-lead")}</p>
                </header>
                {reason.filter(|_| failed.is_none()).map(|reason| view! { <div class="notice"><p>{reason}</p></div> })}
                {failed
                    .map(|failed| view! { <div class="notice" data-kind="error" role="alert"><p>{failed}</p></div> })}
                <Form action={action::<Action>()} class="form">
                    <input type="hidden" name="next" value=next />
                    {kept.map(|kept| view! { <input type="hidden" name="kept" value=kept /> })}
                    <Field name="login" label=t!(texts, "login") value=login autocomplete="username" required=true />
                    <Field
                        name="password"
                        label=t!(texts, "password")
                        kind="password"
                        autocomplete="current-password"
                        required=true
                    />
                    <button class="button block">{t!(texts, "sign-in")}</button>
                </Form>
                {visitor.site.demo.then(|| view! { <DemoAccounts texts /> })}
                <footer class="sign-in-foot">
                    <span>{t!(texts, "sign-in-forgot")}</span>
                    <Form action={action::<SetLanguage>()}>
                        <button class="button quiet" name="language" value=other.0 lang=other.0>
                            {other.1}
                        </button>
                    </Form>
                </footer>
            </main>
        };
        Ok(Page::new(t!(texts, "sign-in"), body).bare())
    })
}

#[component]
fn DemoAccounts(texts: Texts) -> AnyView {
    let accounts = DEMO.map(|(login, key)| {
        view! {
            <dt>{login}</dt>
            <dd>{texts.get(key)}</dd>
        }
    });
    view! {
        <section class="card sunken">
            <h2 class="card-title">{t!(texts, "demo-accounts")}</h2>
            <dl class="demo-accounts">{accounts.collect_view()}</dl>
            <p class="muted">{t!(texts, "demo-password")} " " <code>"shanggang-demo"</code></p>
        </section>
    }
    .into_any()
}
