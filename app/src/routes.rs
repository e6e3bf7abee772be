//! The table of pages.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::pages::{
    NotFound, Problem,
    session::{Invitation, Password, SignIn},
    today::Today,
};

/// Every page and its address.
///
/// All are [`SsrMode::Async`]: out-of-order streaming breaks pages at random where scripts are off.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Today ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignIn ssr=SsrMode::Async />
                <Route path=path!("/password") view=Password ssr=SsrMode::Async />
                <Route path=path!("/invitations/:token") view=Invitation ssr=SsrMode::Async />
                <Route path=path!("/problem/:kind") view=Problem ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
