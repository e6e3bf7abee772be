use std::collections::HashSet;

use app::forms::{OutcomeSlot, Posted, pairs};
use app::visitor::Visitor;
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, Method, Uri, header},
};

use super::ACTIONS;

/// A form's post, whole.
pub(super) struct Post {
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Post {
    pub(super) fn fields(&self) -> Posted {
        Posted(pairs(&String::from_utf8_lossy(&self.body)))
    }

    /// The fields with the first value of each name: a server function refuses a name that comes twice, as
    /// several ticked boxes do. All values are in [`Posted`].
    fn each_name_once(&self) -> String {
        let mut names = HashSet::new();
        let fields = self.fields();
        let first = fields.0.iter().filter(|(name, _)| names.insert(name.clone()));
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(first)
            .finish()
    }

    pub(super) fn request(&self, visitor: &Visitor) -> (Request, OutcomeSlot) {
        let mut request = Request::new(Body::from(self.each_name_once()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.path.parse().unwrap_or_default();
        *request.headers_mut() = self.headers.clone();
        request.headers_mut().remove(header::CONTENT_LENGTH);
        let slot = OutcomeSlot::default();
        request.extensions_mut().insert(self.fields());
        request.extensions_mut().insert(slot.clone());
        request.extensions_mut().insert(visitor.clone());
        (request, slot)
    }

    /// The page the form stands on, as a path of this site; the start page when it is not known.
    pub(super) fn origin(&self) -> String {
        let referer = self
            .headers
            .get(header::REFERER)
            .and_then(|value| value.to_str().ok());
        let host = self
            .headers
            .get(header::HOST)
            .and_then(|value| value.to_str().ok());
        let uri = referer.and_then(|referer| referer.parse::<Uri>().ok());
        let own = uri.filter(|uri| uri.authority().map(axum::http::uri::Authority::as_str) == host);
        own.and_then(|uri| uri.path_and_query().map(ToString::to_string))
            .unwrap_or_else(|| "/".to_owned())
    }

    /// The place on the form's page to come back to: the form itself, when it says its id in a field `at`.
    pub(super) fn back(&self) -> String {
        let origin = self.origin();
        let fields = self.fields();
        let plain = |at: &&str| {
            !at.is_empty()
                && at
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
        };
        match fields.get("at").filter(plain) {
            Some(at) => format!("{origin}#{at}"),
            None => origin,
        }
    }

    /// What messages call the form.
    pub(super) fn name(&self) -> String {
        self.path.trim_start_matches(ACTIONS).to_owned()
    }
}
