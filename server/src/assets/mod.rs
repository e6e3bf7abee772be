//! What the pages load: scripts, styles and pictures, embedded in the binary.
//!
//! A name carries a hash of its content, so an answer may be kept for ever; a new build has new names.

mod bundle;
mod encoding;

use app::shell::PageAssets;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use encoding::Encoding;

/// The names that pages refer to.
#[must_use]
pub fn page_assets() -> PageAssets {
    PageAssets {
        script: bundle::SCRIPT,
        style: bundle::STYLE,
        icon: bundle::ICON,
    }
}

/// `GET /assets/{name}`
pub(crate) async fn serve(Path(name): Path<String>, request: HeaderMap) -> Response {
    let Some(asset) = bundle::ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let encoding = Encoding::accepted(&request);
    let body = match encoding {
        Encoding::Brotli => asset.brotli,
        Encoding::Gzip => asset.gzip,
        Encoding::Plain => asset.plain,
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type(asset.name));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(token) = encoding.token() {
        headers.insert(header::CONTENT_ENCODING, token);
    }
    response
}

/// By the end of the name; a bundle holds no other kinds.
fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit_once('.').map(|(_, end)| end) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    })
}
