//! The table of pages.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::pages::{NotFound, session::SignIn};

/// Every page and its address.
///
/// All are [`SsrMode::Async`]: out-of-order streaming breaks pages at random where scripts are off.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/sign-in") view=SignIn ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
