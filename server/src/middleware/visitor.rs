//! Finds out who asks, before any page or action runs.

use std::{net::SocketAddr, sync::Arc};

use app::{
    forms::Flash,
    site::Site,
    texts::Texts,
    theme::Theme,
    visitor::{Asking, Visitor},
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::lang::Lang;

use crate::cookies::{self, FLASH, LANGUAGE};

/// Adds the [`Visitor`] to the request.
pub(crate) async fn add(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let now = site.now();
    let headers = request.headers();
    let session = match cookies::get(headers, cookies::session_name(&site)) {
        Some(token) => match store::sessions::authenticate(&site.store, &token, now).await {
            Ok(session) => session,
            Err(error) => {
                tracing::error!(%error, "cannot look up a session");
                return axum::http::StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
        None => None,
    };
    let flash = flash(&site, &request);
    let took_flash = flash.is_some();
    let texts = language(
        headers,
        session
            .as_ref()
            .and_then(|session| session.actor().language.clone()),
    );
    let asking = Asking {
        library: site.libraries.current(),
        theme: Theme::from_cookies(&cookies::all(headers)),
        address: address(&request),
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        session,
        texts,
        now,
        flash,
        site,
    };
    let is_https = asking.site.is_https();
    request.extensions_mut().insert(Visitor::from(asking));
    let mut response = next.run(request).await;
    if took_flash {
        cookies::forget(response.headers_mut(), FLASH);
    }
    if is_https {
        cookies::secure(response.headers_mut());
    }
    response
}

/// The message left for this page; only a page takes it, never an asset or an action.
fn flash(site: &Site, request: &Request) -> Option<Flash> {
    let page = request.method() == axum::http::Method::GET;
    let id = cookies::get(request.headers(), FLASH).filter(|_| page)?;
    site.flashes.take(&id, site.now())
}

/// The account's language, else the browser's choice, else what it prefers, else Chinese.
fn language(headers: &HeaderMap, account: Option<Lang>) -> Texts {
    let chosen = account.or_else(|| Lang::parse(&cookies::get(headers, LANGUAGE)?));
    if let Some(lang) = chosen {
        return Texts::of(&lang);
    }
    let preferred = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let first = preferred.split([',', ';']).next().unwrap_or_default().trim();
    if first.starts_with("en") {
        Texts::English
    } else {
        Texts::Chinese
    }
}

/// The address of the other end, for the limits on signing in. Behind a proxy on this machine it is the one the
/// proxy added last; what stands before it may be made up by the sender.
fn address(request: &Request) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let Some(ConnectInfo(peer)) = peer else {
        return String::new();
    };
    let forwarded = request.headers().get_all("x-forwarded-for").iter().next_back();
    let forwarded = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    forwarded
        .filter(|_| peer.ip().is_loopback())
        .unwrap_or(peer.ip())
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn seen(peer: &str, forwarded: &str) -> String {
        let request = Request::get("/")
            .header("x-forwarded-for", forwarded)
            .body(Body::empty());
        let mut request = request.unwrap();
        request
            .extensions_mut()
            .insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        address(&request)
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        assert_eq!(seen("127.0.0.1:9", "10.0.0.1, 192.0.2.7"), "192.0.2.7");
        assert_eq!(seen("198.51.100.3:9", "192.0.2.7"), "198.51.100.3");
        assert_eq!(seen("127.0.0.1:9", "nonsense"), "127.0.0.1");
    }
}
