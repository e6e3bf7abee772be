//! A post that met an expired session: kept on the server, and sent once its sender has signed in again.

use app::forms::Done;
use app::visitor::Visitor;
use axum::{
    body::Bytes,
    http::{Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use store::{
    kept_posts::{self, KeptPost},
    sessions,
};

use super::{finish, post::Post, run};
use crate::cookies;

/// Keeps a post that met an expired session and asks for signing in.
pub(super) async fn keep(post: Post, visitor: &Visitor) -> Response {
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
pub(super) async fn send_kept(
    account: String,
    done: Done,
    post: Post,
    visitor: Visitor,
    next: Next,
) -> Response {
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
