use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use tower::ServiceExt as _;

use crate::Answer;

/// A browser without scripts: keeps cookies, and sends each form with the token of the page it is on.
pub struct Client {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Client {
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: Mutex::default(),
        }
    }

    /// Opens a page; redirects are not followed.
    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::ACCEPT, "text/html")
            .body(Body::empty());
        self.send(request.expect("a valid path")).await
    }

    /// Opens a page and follows up to five redirects.
    pub async fn follow(&self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        for _ in 0..5 {
            if !answer.status.is_redirection() {
                break;
            }
            let to = answer.header("location").to_owned();
            answer = self.get(&to).await;
        }
        answer
    }

    /// Sends a form of the page `from`, with that page's token and a new key, as a browser without scripts does.
    pub async fn submit(&self, action: &str, from: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(from).await;
        let hidden = |name: &str| hidden_field(page.text(), name).unwrap_or_default();
        let (token, key) = (hidden("token"), hidden("key"));
        let mut all = vec![("token", token.as_str()), ("key", key.as_str())];
        all.extend_from_slice(fields);
        self.post(action, from, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post(&self, action: &str, from: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(action)
            .header(header::ACCEPT, "text/html")
            .header(header::HOST, "localhost")
            .header(header::REFERER, format!("http://localhost{from}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        self.send(request.expect("a valid form")).await
    }

    /// Sends fields as an island does: the answer is JSON.
    pub async fn call(&self, action: &str, from: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(action)
            .header(header::ACCEPT, "application/json")
            .header(header::HOST, "localhost")
            .header(header::REFERER, format!("http://localhost{from}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        self.send(request.expect("a valid call")).await
    }

    /// Sends any request with the browser's cookies, and keeps what it is told to keep.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        let cookies = self.with(|cookies| {
            cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
                .join("; ")
        });
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.parse().expect("cookies in ASCII"));
        }
        let response = self.router.clone().oneshot(request).await;
        let answer = Answer::read(response.unwrap_or_else(|never| match never {})).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie in ASCII");
            let (name, rest) = cookie.split_once('=').expect("a cookie with a name");
            let value = rest.split(';').next().unwrap_or_default();
            self.with(|cookies| match value {
                "" => cookies.remove(name),
                value => cookies.insert(name.to_owned(), value.to_owned()),
            });
        }
        answer
    }

    /// A cookie the browser holds.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.with(|cookies| cookies.get(name).cloned())
    }

    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, String>) -> T) -> T {
        work(&mut self.cookies.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The value of the first hidden field with this name.
fn hidden_field(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    Some(rest.split('"').next()?.to_owned())
}
