//! Errors as RFC 9457 wants them: `application/problem+json`.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// Why a request to the API has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// No bearer token, or one that is not in use.
    NoToken,
    /// No such role, no such person, or the person does not have the role.
    NoSuchPerson,
    /// No role with this id.
    NoSuchRole,
    /// The address does not exist.
    NoSuchAddress,
    /// The address takes other methods only.
    MethodNotAllowed,
    /// `as_of` is not a time.
    BadTime,
    /// The database or an old release could not be read.
    Failed,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'static str,
}

impl Problem {
    const fn status(self) -> StatusCode {
        match self {
            Self::NoToken => StatusCode::UNAUTHORIZED,
            Self::NoSuchPerson | Self::NoSuchRole | Self::NoSuchAddress => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::BadTime => StatusCode::BAD_REQUEST,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn detail(self) -> &'static str {
        match self {
            Self::NoToken => "Send `Authorization: Bearer TOKEN` with a token that is in use.",
            Self::NoSuchPerson => "There is no such role, or nobody with this sign-in name has it.",
            Self::NoSuchRole => "There is no role with this id.",
            Self::NoSuchAddress => "There is nothing here; /api/v1/openapi.json describes what there is.",
            Self::MethodNotAllowed => "This address can be read only.",
            Self::BadTime => "`as_of` is a time of ISO 8601 with an offset, such as 2027-03-04T10:12:00Z.",
            Self::Failed => "The server could not read what it needs; its log says why.",
        }
    }

    /// A failure nobody who asks can mend: told in the log.
    pub(super) fn failed(error: &dyn std::error::Error) -> Self {
        tracing::error!(%error, "the API could not answer");
        Self::Failed
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        let body = Body {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            detail: self.detail(),
        };
        let mut response = (status, axum::Json(body)).into_response();
        let mut set = |name: HeaderName, value| {
            response
                .headers_mut()
                .insert(name, HeaderValue::from_static(value))
        };
        set(header::CONTENT_TYPE, "application/problem+json");
        if self == Self::NoToken {
            set(header::WWW_AUTHENTICATE, "Bearer realm=\"shanggang\"");
        }
        response
    }
}
