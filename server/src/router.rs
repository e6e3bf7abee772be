//! Every address the server answers, and what each answer passes through.

use app::{
    routes::App,
    shell::{PageAssets, shell},
};
use axum::{Router, extract::FromRef, middleware::from_fn, routing::get};
use leptos::config::LeptosOptions;
use leptos_axum::{LeptosRoutes as _, generate_route_list, render_app_async_with_context};
use tower_http::{csrf::CsrfLayer, limit::RequestBodyLimitLayer, trace::TraceLayer};

use crate::{
    assets, health,
    middleware::{request_log, security_headers},
};

/// The largest request body, in bytes: an essay fits many times over.
const BODY_LIMIT: usize = 256 * 1024;

/// What handlers share.
#[derive(Clone, Debug)]
pub struct AppState {
    leptos: LeptosOptions,
    page_assets: PageAssets,
}

impl AppState {
    /// A state on the assets embedded in this build.
    #[must_use]
    pub fn new() -> Self {
        // Leptos wants its options for paths that are not used here: the shell names the assets.
        Self {
            leptos: LeptosOptions::builder().output_name("shanggang").build(),
            page_assets: assets::page_assets(),
        }
    }
}

impl Default for AppState {
    fn default() -> Self {
        Self::new()
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

/// The whole service.
pub fn router(state: AppState) -> Router {
    let page_assets = state.page_assets;
    let page = move || shell(page_assets);
    // What pages and actions find in their context beside the request.
    let context = || {};

    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/assets/{name}", get(assets::serve))
        .leptos_routes_with_context(&state, generate_route_list(App), context, page)
        .fallback(render_app_async_with_context(context, page))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(CsrfLayer::new())
        .layer(from_fn(security_headers::add))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(request_log::span)
                .on_response(request_log::answered),
        )
        .with_state(state)
}
