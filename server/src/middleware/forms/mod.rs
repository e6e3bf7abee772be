//! Makes a form's post safe to send and its outcome visible: token, kept posts, redirect, flash.
//!
//! An action says how it ended ([`Outcome`]); here that becomes an answer a browser without scripts can show.

mod kept;
mod post;

use app::forms::{Done, Flash, Outcome};
use app::{refusal::Refusal, visitor::Visitor};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use self::{
    kept::{keep, send_kept},
    post::Post,
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

/// Answers with one of the pages about problems, whose status the page sets itself.
async fn page(headers: &HeaderMap, path: &'static str, next: Next, visitor: &Visitor) -> Response {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static(path);
    *request.headers_mut() = headers.clone();
    request.headers_mut().remove(header::CONTENT_LENGTH);
    request.extensions_mut().insert(visitor.clone());
    next.run(request).await
}
