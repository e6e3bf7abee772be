//! The document around every page.

use http::{HeaderName, HeaderValue, header};
use leptos::{config::LeptosOptions, nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::{routes::App, texts::Texts, theme::Theme, visitor::Visitor};

/// The addresses of what a page loads. Each is missing in a build without a bundle: the pages then come
/// without style or scripts, and still work.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageAssets {
    /// The common stem of the browser side's `.js` and `_bg.wasm`, below `/assets/`.
    pub script: Option<&'static str>,
    /// The style sheet, below `/assets/`.
    pub style: Option<&'static str>,
    /// The icon, below `/assets/`.
    pub icon: Option<&'static str>,
}

/// The one thing every page does with a key; small enough to stand in it.
const SEARCH_KEY: &str = include_str!("search_key.js");

/// The whole document: head, page, and the switch of colours at its foot.
pub fn shell(assets: PageAssets) -> impl IntoView {
    let visitor = Visitor::current();
    allow_own_scripts(visitor.as_ref());
    let theme = visitor.as_ref().map_or(Theme::System, |visitor| visitor.theme);
    let lang = visitor
        .map_or(Texts::Chinese, |visitor| visitor.texts)
        .lang()
        .to_string();
    let address = |name: &str| format!("/assets/{name}");
    view! {
        <!DOCTYPE html>
        <html lang=lang data-theme=theme.attribute()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                {assets.icon.map(|name| view! { <link rel="icon" href=address(name) /> })}
                {assets.style.map(|name| view! { <link rel="stylesheet" href=address(name) /> })}
                <script nonce=use_nonce() inner_html=SEARCH_KEY></script>
                {assets.script.map(hydration)}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Leptos's own script, pointed at our hashed names.
fn hydration(stem: &'static str) -> impl IntoView {
    let options = LeptosOptions::builder()
        .output_name(stem)
        .site_pkg_dir("assets")
        .build();
    view! { <HydrationScripts options islands=true /> }
}

/// The pages on which an answer may be spoken: they alone may ask for the microphone and play what they recorded.
const PLAYS: &str = "/plays/";

/// A page may run its own scripts and none else: the policy carries this answer's nonce.
fn allow_own_scripts(visitor: Option<&Visitor>) {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let speaks = visitor.is_some_and(|visitor| visitor.path.starts_with(PLAYS));
    let media = if speaks { "media-src 'self' blob:; " } else { "" };
    if speaks {
        let microphone = HeaderValue::from_static("microphone=(self)");
        response.insert_header(HeaderName::from_static("permissions-policy"), microphone);
    }
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; {media}\
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
