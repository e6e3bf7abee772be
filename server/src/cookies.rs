//! The cookies of the site.

use app::site::Site;
use axum::http::{HeaderMap, HeaderValue, header};

/// Holds the id of the message for the next page.
pub(crate) const FLASH: &str = "flash";

/// Holds the language chosen by somebody who is not signed in.
pub(crate) const LANGUAGE: &str = "language";

/// The session's cookie; with TLS its name binds it to this host and path.
pub(crate) fn session_name(site: &Site) -> &'static str {
    if site.is_https() {
        "__Host-session"
    } else {
        "session"
    }
}

/// Every cookie of a request as one header value.
pub(crate) fn all(headers: &HeaderMap) -> String {
    let values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    values.collect::<Vec<_>>().join("; ")
}

/// The value of a cookie.
pub(crate) fn get(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = all(headers);
    let pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs
        .into_iter()
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value.to_owned())
}

/// Sets a cookie that scripts cannot read.
pub(crate) fn set(headers: &mut HeaderMap, name: &str, value: &str, seconds: i64) {
    append(
        headers,
        &format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"),
    );
}

/// Makes the browser forget a cookie.
pub(crate) fn forget(headers: &mut HeaderMap, name: &str) {
    set(headers, name, "", 0);
}

/// Adds a `Set-Cookie` header.
pub(crate) fn append(headers: &mut HeaderMap, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// Keeps every cookie that is being set from travelling without TLS.
pub(crate) fn secure(headers: &mut HeaderMap) {
    if let header::Entry::Occupied(mut cookies) = headers.entry(header::SET_COOKIE) {
        for cookie in cookies.iter_mut() {
            let secured = cookie.to_str().ok().filter(|text| !text.ends_with("; Secure"));
            let secured = secured.and_then(|text| HeaderValue::try_from(format!("{text}; Secure")).ok());
            *cookie = secured.unwrap_or_else(|| cookie.clone());
        }
    }
}
