//! Who may use the API: whoever has a token.

use std::sync::Arc;

use app::site::Site;
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use store::tokens;

use super::problem::Problem;

/// Proof that the request came with a token that is in use.
pub(super) struct Bearer(());

impl<S> FromRequestParts<S> for Bearer
where
    Arc<Site>: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let site = Arc::<Site>::from_ref(state);
        let token = token(&parts.headers).ok_or(Problem::NoToken)?;
        match tokens::bearer(&site.store, token).await {
            Ok(Some(_)) => Ok(Self(())),
            Ok(None) => Err(Problem::NoToken),
            Err(error) => Err(Problem::failed(&error)),
        }
    }
}

/// The token of `Authorization: Bearer …`; the scheme is written in any case.
fn token(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_bearer_scheme_counts() {
        let read = |value: &'static str| {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, value.parse().unwrap())]);
            token(&headers).map(ToOwned::to_owned)
        };
        assert_eq!(read("Bearer abc"), Some("abc".to_owned()));
        assert_eq!(read("bearer  abc"), Some("abc".to_owned()));
        for other in ["Basic abc", "Bearer", "Bearer  ", "abc"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
