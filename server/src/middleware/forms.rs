//! Makes a form's post safe to send and its outcome visible: token, kept posts, redirect, flash.
//!
//! An action says how it ended ([`Outcome`]); here that becomes an answer a browser without scripts can show.

use std::collections::HashSet;

use app::forms::{Done, Flash, Outcome, OutcomeSlot, Posted, pairs};
use app::{refusal::Refusal, visitor::Visitor};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use store::{
    kept_posts::{self, KeptPost},
    sessions,
};

use crate::cookies::{self, FLASH};
use crate::router::BODY_LIMIT;

/// Where the actions are.
const ACTIONS: &str = "/do/";

/// The actions that need no session.
const PUBLIC: [&str; 4] = [
    "/do/sign-in",
    "/do/set-language",
    "/do/set-theme",
    "/do/accept-invitation",
];

/// Tells a browser to forget what pages have left in it.
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// How long a message waits for its page, in seconds.
const FLASH_SECONDS: i64 = 600;

/// Handles posts to actions; everything else passes.
pub(crate) async fn handle(request: Request, next: Next) -> Response {
    let is_action = request.method() == Method::POST && request.uri().path().starts_with(ACTIONS);
    let Some(visitor) = request
        .extensions()
        .get::<Visitor>()
        .cloned()
        .filter(|_| is_action)
    else {
        return next.run(request).await;
    };
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return page(&parts.headers, "/problem/too-large", next, &visitor).await;
    };
    let post = Post {
        path: parts.uri.path().to_owned(),
        headers: parts.headers.clone(),
        body,
    };
    // An island asks for JSON and reads the answer itself.
    if accepts_json(&post.headers) {
        let mut request = Request::from_parts(parts, Body::from(post.body.clone()));
        request.extensions_mut().insert(post.fields());
        return next.run(request).await;
    }
    let public = PUBLIC.contains(&post.path.as_str());
    if visitor.session.is_none() && !public {
        return keep(post, &visitor).await;
    }
    if visitor.session.is_some() && !public && !has_token(&post, &visitor) {
        return page(&post.headers, "/problem/stale-form", next, &visitor).await;
    }
    run(post, visitor, next).await
}

/// A form's post, whole.
struct Post {
    path: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Post {
    fn fields(&self) -> Posted {
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

    fn request(&self, visitor: &Visitor) -> (Request, OutcomeSlot) {
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
    fn origin(&self) -> String {
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
    fn back(&self) -> String {
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
    fn name(&self) -> String {
        self.path.trim_start_matches(ACTIONS).to_owned()
    }
}

fn accepts_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json") && !accept.contains("text/html"))
}

fn has_token(post: &Post, visitor: &Visitor) -> bool {
    let fields = post.fields();
    let token = fields.get("token").unwrap_or_default();
    visitor
        .session
        .as_ref()
        .is_some_and(|session| session.csrf() == token)
}

/// Runs the action and answers with its outcome.
async fn run(post: Post, visitor: Visitor, next: Next) -> Response {
    let (request, slot) = post.request(&visitor);
    let answered = next.clone().run(request).await;
    match slot.take() {
        Some(Outcome::Done(done)) => match &done.signed_in {
            Some(account) => send_kept(account.clone(), done, post, visitor, next).await,
            None => finish(done, &post, &visitor),
        },
        Some(Outcome::Refused(refusal)) => refuse(&refusal, &post, &visitor, next).await,
        // The fields could not be read, so the action never began.
        None if answered.status() == StatusCode::NOT_FOUND => answered,
        None => page(&post.headers, "/problem/bad-request", next, &visitor).await,
    }
}

fn finish(done: Done, post: &Post, visitor: &Visitor) -> Response {
    let path = done.to.unwrap_or_else(|| post.back());
    let mut response = Redirect::to(&path).into_response();
    for cookie in &done.cookies {
        cookies::append(response.headers_mut(), cookie);
    }
    if done.forget {
        let storage = HeaderValue::from_static("\"storage\"");
        response.headers_mut().insert(CLEAR_SITE_DATA, storage);
    }
    if done.notice.is_some() || !done.told.is_empty() {
        let flash = Flash {
            form: post.name(),
            notice: done.notice,
            good: true,
            fields: done.told,
            ..Flash::default()
        };
        leave(&mut response, visitor, flash);
    }
    response
}

async fn refuse(refusal: &Refusal, post: &Post, visitor: &Visitor, next: Next) -> Response {
    if let Some(flash) = refusal.flash(&post.name(), &post.fields()) {
        let mut response = Redirect::to(&post.back()).into_response();
        leave(&mut response, visitor, flash);
        return response;
    }
    let problem = match refusal {
        Refusal::SignIn => return Redirect::to("/sign-in").into_response(),
        Refusal::Elsewhere(path) => return Redirect::to(path).into_response(),
        Refusal::Forbidden => "/problem/forbidden",
        Refusal::NotFound => "/problem/not-found",
        _ => {
            tracing::error!(error = %refusal, action = post.path, "an action failed");
            "/problem/failed"
        }
    };
    page(&post.headers, problem, next, visitor).await
}

fn leave(response: &mut Response, visitor: &Visitor, flash: Flash) {
    if let Ok(id) = store::chance::id(visitor.now) {
        visitor.site.flashes.leave(id.clone(), flash, visitor.now);
        cookies::set(response.headers_mut(), FLASH, &id, FLASH_SECONDS);
    }
}

/// Keeps a post that met an expired session and asks for signing in.
async fn keep(post: Post, visitor: &Visitor) -> Response {
    let site = &visitor.site;
    let token = cookies::get(&post.headers, cookies::session_name(site)).unwrap_or_default();
    let body = String::from_utf8_lossy(&post.body).into_owned();
    let origin: String = form_urlencoded::byte_serialize(post.origin().as_bytes()).collect();
    let kept = KeptPost {
        path: post.path.clone(),
        body,
        origin: post.origin(),
    };
    let now = visitor.now;
    let kept = site
        .store
        .write(move |tx| Box::pin(async move { kept_posts::keep(tx, &token, &kept, now).await }));
    let kept = kept.await;
    match kept {
        Ok(Some(id)) => Redirect::to(&format!("/sign-in?kept={id}&next={origin}")).into_response(),
        Ok(None) => Redirect::to(&format!("/sign-in?next={origin}")).into_response(),
        Err(error) => {
            tracing::error!(%error, "cannot keep a post");
            Redirect::to(&format!("/sign-in?next={origin}")).into_response()
        }
    }
}

/// After signing in again, sends what was kept for this account, once.
async fn send_kept(account: String, done: Done, post: Post, visitor: Visitor, next: Next) -> Response {
    let site = visitor.site.clone();
    let id = post.fields().get("kept").unwrap_or_default().to_owned();
    let now = visitor.now;
    let taken = site
        .store
        .write(move |tx| Box::pin(async move { kept_posts::take(tx, &id, &account, now).await }));
    let kept = match taken.await {
        Ok(Some(kept)) => kept,
        Ok(None) => return finish(done, &post, &visitor),
        Err(error) => {
            tracing::error!(%error, "cannot read a kept post");
            return finish(done, &post, &visitor);
        }
    };
    let session = done
        .cookies
        .first()
        .and_then(|cookie| cookie.split(['=', ';']).nth(1))
        .unwrap_or_default();
    let Ok(Some(session)) = sessions::authenticate(&site.store, session, visitor.now).await else {
        return finish(done, &post, &visitor);
    };
    let again = visitor.signed_in(session);
    let mut headers = post.headers.clone();
    if let (Some(host), Ok(referer)) = (
        headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .map(ToOwned::to_owned),
        kept.origin.parse::<Uri>(),
    ) {
        let referer = format!("http://{host}{referer}");
        if let Ok(value) = referer.parse() {
            headers.insert(header::REFERER, value);
        }
    }
    headers.remove(header::CONTENT_LENGTH);
    let resent = Post {
        path: kept.path,
        headers,
        body: Bytes::from(kept.body),
    };
    let mut response = Box::pin(run(resent, again, next)).await;
    for cookie in &done.cookies {
        cookies::append(response.headers_mut(), cookie);
    }
    response
}

/// Answers with one of the pages about problems, whose status the page sets itself.
async fn page(headers: &HeaderMap, path: &'static str, next: Next, visitor: &Visitor) -> Response {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static(path);
    *request.headers_mut() = headers.clone();
    request.headers_mut().remove(header::CONTENT_LENGTH);
    request.extensions_mut().insert(visitor.clone());
    next.run(request).await
}
