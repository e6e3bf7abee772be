//! Every address the server answers, and what each answer passes through.

use app::{
    routes::App,
    shell::{PageAssets, shell},
};
use std::sync::Arc;

use app::site::Site;
use axum::{
    Router,
    extract::FromRef,
    middleware::{from_fn, from_fn_with_state, map_response},
    routing::{any, get},
};
use leptos::config::LeptosOptions;
use leptos_axum::{LeptosRoutes as _, generate_route_list, render_app_async_with_context};
use tower::ServiceBuilder;
use tower_http::{csrf::CsrfLayer, limit::RequestBodyLimitLayer, trace::TraceLayer};

use crate::{
    api, assets, health, media,
    middleware::{forms, request_log, scripts, security_headers, visitor},
    recordings, reports,
};

/// The largest request body, in bytes: an essay fits many times over.
pub(crate) const BODY_LIMIT: usize = 256 * 1024;

/// What handlers share.
#[derive(Clone)]
pub struct AppState {
    site: Arc<Site>,
    leptos: LeptosOptions,
    page_assets: PageAssets,
}

impl AppState {
    /// A state on the assets embedded in this build.
    #[must_use]
    pub fn new(site: Arc<Site>) -> Self {
        // Leptos wants its options for paths that are not used here: the shell names the assets.
        Self {
            site,
            leptos: LeptosOptions::builder().output_name("shanggang").build(),
            page_assets: assets::page_assets(),
        }
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

impl FromRef<AppState> for Arc<Site> {
    fn from_ref(state: &AppState) -> Self {
        Self::clone(&state.site)
    }
}

/// The whole service.
pub fn router(state: AppState) -> Router {
    let page_assets = state.page_assets;
    let page = move || shell(page_assets);
    // What pages and actions find in their context beside the request.
    let context = || {};

    let trace = TraceLayer::new_for_http()
        .make_span_with(request_log::span)
        .on_response(request_log::answered);
    let pages = Router::new()
        .route("/media/{*path}", get(media::serve))
        .route(
            "/reports/quizzes/{course}/{quiz}/statistics.csv",
            get(reports::statistics),
        )
        .leptos_routes_with_context(&state, generate_route_list(App), context, page)
        .fallback(render_app_async_with_context(context, page))
        .layer(map_response(scripts::spare))
        .layer(trace.clone())
        .with_state(state.clone());
    // Around the routes rather than on each: the answer to one address may be made by another.
    let pages = ServiceBuilder::new()
        .layer(from_fn_with_state(state.site.clone(), visitor::add))
        .layer(from_fn(forms::handle))
        .service(pages);

    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/assets/{name}", get(assets::serve))
        .nest("/api/v1", api::routes())
        .route("/api/{*other}", any(api::no_such_address))
        .layer(trace)
        .fallback_service(pages)
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        // Larger than any form, with a limit of its own.
        .merge(recordings::routes(&state.site))
        .layer(CsrfLayer::new())
        .layer(from_fn(security_headers::add))
        .with_state(state)
}
