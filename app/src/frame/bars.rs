use leptos::prelude::*;

use super::nav;
use crate::{
    actions::{SetLanguage, SetTheme, SignOut},
    forms::{Form, action},
    t,
    theme::Theme,
    ui::{Icon, Mark, Picture},
    visitor::Visitor,
};

/// How many destinations a phone's bar shows; the rest folds into the last place.
const ON_A_PHONE: usize = 5;

/// Top bar, navigation and flash around what a page shows.
#[component]
pub(super) fn Frame(
    visitor: Visitor,
    /// Whether the page wants all attention.
    task: bool,
    children: Children,
) -> AnyView {
    let texts = visitor.texts;
    let flash = visitor
        .flash
        .as_ref()
        .and_then(|flash| Some((flash.notice.clone()?, flash.good)));
    view! {
        <a class="skip-link" href="#main">{t!(texts, "skip")}</a>
        {visitor.site.demo.then(|| view! { <DemoBanner texts /> })}
        <div class="frame" data-mode=task.then_some("task")>
            <TopBar visitor=visitor.clone() />
            {(!task).then(|| view! { <Rail visitor=visitor.clone() /> })}
            <main id="main" class="content" tabindex="-1">
                {flash.map(|(notice, good)| view! { <Flash notice good /> })}
                {children()}
            </main>
        </div>
    }
    .into_any()
}

#[component]
pub(super) fn DemoBanner(texts: crate::texts::Texts) -> AnyView {
    view! {
        <aside class="demo-banner" aria-label=t!(texts, "demo-label")>
            {t!(texts, "demo-banner")}
        </aside>
    }
    .into_any()
}

#[component]
fn Flash(notice: String, good: bool) -> AnyView {
    let (kind, role) = if good {
        ("ok", "status")
    } else {
        ("error", "alert")
    };
    view! {
        <div class="flash notice" data-kind=kind role=role>
            <p>{notice}</p>
        </div>
    }
    .into_any()
}

#[component]
fn TopBar(visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let signed_in = visitor.session.is_some();
    view! {
        <header class="top-bar">
            <a class="brand" href="/">
                <Mark />
                <span class="brand-name">{t!(texts, "brand")}</span>
            </a>
            {signed_in
                .then(|| {
                    view! {
                        <form class="search" role="search" action="/search">
                            <label class="visually-hidden" for="search">{t!(texts, "search")}</label>
                            <Icon picture=Picture::Search />
                            <input id="search" type="search" name="q" placeholder=t!(texts, "search-hint") />
                        </form>
                    }
                })}
            <Account visitor />
        </header>
    }
    .into_any()
}

/// The menu of one's own account: name, language, colours, password, sign-out.
#[component]
fn Account(visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let actor = visitor.session.as_ref().map(store::sessions::Session::actor);
    let other = if texts == crate::texts::Texts::Chinese {
        ("en", "English")
    } else {
        ("zh-CN", "中文")
    };
    let name = actor.as_ref().map(|actor| actor.shown().to_owned());
    let signed_in = actor.is_some();
    let initial: String = name.iter().flat_map(|name| name.chars()).take(1).collect();
    view! {
        <details class="menu" name="top-menu">
            <summary>
                <span class="visually-hidden">{t!(texts, "account")}</span>
                {match name.clone() {
                    Some(name) => {
                        view! {
                            <span class="avatar" aria-hidden="true">{initial}</span>
                            <span class="menu-label">{name}</span>
                        }
                            .into_any()
                    }
                    None => view! { <Icon picture=Picture::Language /> }.into_any(),
                }}
            </summary>
            <div class="menu-panel">
                {name.map(|name| view! { <p class="menu-head">{name}</p> })}
                {signed_in
                    .then(|| {
                        view! {
                            <a href="/password"><Icon picture=Picture::Accounts />{t!(texts, "change-password")}</a>
                            <hr />
                        }
                    })} <Form action={action::<SetLanguage>()}>
                    <button name="language" value=other.0>
                        <Icon picture=Picture::Language />
                        <span lang=other.0>{other.1}</span>
                    </button>
                </Form> <hr /> <Form action={action::<SetTheme>()}>
                    {Theme::ALL
                        .map(|theme| {
                            let word = match theme {
                                Theme::System => t!(texts, "theme-system"),
                                Theme::Light => t!(texts, "theme-light"),
                                Theme::Dark => t!(texts, "theme-dark"),
                            };
                            let pressed = (visitor.theme == theme).to_string();
                            view! {
                                <button name="theme" value=theme.as_str() aria-pressed=pressed>
                                    <Icon picture=Picture::Theme />
                                    {word}
                                </button>
                            }
                        })
                        .collect_view()}
                </Form>
                {signed_in
                    .then(|| {
                        view! {
                            <hr />
                            <Form action={action::<SignOut>()}>
                                <button><Icon picture=Picture::SignOut />{t!(texts, "sign-out")}</button>
                            </Form>
                        }
                    })}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Rail(visitor: Visitor) -> AnyView {
    let texts = visitor.texts;
    let accesses = visitor
        .session
        .iter()
        .flat_map(|session| session.actor().access.iter());
    let mut shown = nav::all(accesses, texts);
    let rest = if shown.len() > ON_A_PHONE {
        shown.split_off(ON_A_PHONE - 1)
    } else {
        Vec::new()
    };
    let path = visitor.path.clone();
    let item = move |destination: nav::Destination| {
        let here = match destination.path {
            "/" => path == "/",
            other => path == other || path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/')),
        };
        view! {
            <li>
                <a href=destination.path aria-current=here.then_some("page")>
                    <Icon picture=destination.picture />
                    <span>{destination.word}</span>
                </a>
            </li>
        }
    };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <li>
                <details name="rail-more">
                    <summary>
                        <Icon picture=Picture::More />
                        <span>{t!(texts, "nav-more")}</span>
                    </summary>
                    <ul>{rest.into_iter().map(item.clone()).collect_view()}</ul>
                </details>
            </li>
        }
    });
    view! {
        <nav class="rail" aria-label=t!(texts, "nav-main")>
            <ul>{shown.into_iter().map(item).collect_view()} {more}</ul>
        </nav>
    }
    .into_any()
}
