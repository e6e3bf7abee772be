//! Pictures and other files of the content folder, as lessons show them and readers download them.
//!
//! A page names a picture with the hash of its bytes (`?v=`), so a browser may keep it for ever, and the page of
//! an older release keeps the picture it was published with. Without a hash it is the current release's.

use std::sync::Arc;

use app::{site::Site, visitor::Visitor};
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{content::place::Place, hash::Hash};
use store::releases;

/// `GET /media/{path}`: for whoever is signed in. Everybody else finds nothing, as where there is nothing.
pub(crate) async fn serve(
    State(site): State<Arc<Site>>,
    Extension(visitor): Extension<Visitor>,
    Path(path): Path<String>,
    request: HeaderMap,
) -> Response {
    // Documents are files of a release too, and some hold keys: only what is sent as it is has an address here.
    if visitor.session.is_none() || !Place::of(&path).is_media() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let asked = visitor.query("v");
    let hash = match &asked {
        Some(hash) => hash.parse().ok(),
        None => visitor.library.media.get(&path).copied(),
    };
    let Some(hash) = hash else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{hash}\"");
    let known = request
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| *known == *tag);
    let mut response = if known && visitor.library.media.get(&path) == Some(&hash) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match bytes(&site, &path, hash).await {
            Ok(bytes) => (kind(&path), bytes).into_response(),
            Err(status) => return status.into_response(),
        }
    };
    // Private: a cache on the way would send it to people who are not signed in.
    let cache = match asked {
        Some(_) => "private, max-age=31536000, immutable",
        None => "private, no-cache",
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

async fn bytes(site: &Site, path: &str, hash: Hash) -> Result<Vec<u8>, StatusCode> {
    match releases::file(&site.store, path, hash).await {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "cannot read a file of a release");
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}

/// What the browser is told of a file, by the end of its name. All but pictures are to be saved, never shown: a
/// page an author put into the folder must not run on our address.
fn kind(path: &str) -> HeaderMap {
    let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    let picture = match end.as_deref() {
        Some("png") => Some("image/png"),
        Some("jpg" | "jpeg") => Some("image/jpeg"),
        Some("gif") => Some("image/gif"),
        Some("webp") => Some("image/webp"),
        Some("avif") => Some("image/avif"),
        Some("svg") => Some("image/svg+xml"),
        _ => None,
    };
    let mut headers = HeaderMap::new();
    let name = picture.unwrap_or("application/octet-stream");
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(name));
    if picture.is_none() {
        headers.insert(
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment"),
        );
    }
    // A drawing opened on its own is a document: without scripts, without an origin, but with its own styles.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers
}
