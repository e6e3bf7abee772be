//! A crawler: follows every link, sends every form, and looks at every byte that comes back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use app::shell::PageAssets;
use axum::{
    body::Body,
    http::{Method, Request},
};
use shanggang::assets::page_assets;
use test_support::{
    Answer, Client,
    html::{self, Form},
};

use super::content::FIGURES;
use super::places::{NAMES, ODD, PLACES, actions};

/// More answers than any crawl here needs: one that does not end by itself is a mistake of the crawler.
const BOUND: usize = 1500;

/// The marks somebody got to see, each with the address at which it was first seen.
pub(super) type Seen = BTreeMap<String, String>;

/// Crawls everything that can be reached from these addresses. Forms are sent as they stand and filled in, those that
/// `may` allows: it is asked for the action and the value of the button.
pub(super) async fn crawl(who: &Client, starts: &[&str], may: fn(&str, &str) -> bool) -> Seen {
    let mut crawler = Crawler {
        who,
        may,
        waiting: starts
            .iter()
            .map(|start| (*start).to_owned())
            .chain(assets())
            .collect(),
        known: BTreeSet::new(),
        seen: Seen::new(),
        answers: 0,
    };
    let before = who.get("/").await.status;
    crawler.run().await;
    assert_eq!(who.get("/").await.status, before, "the crawler signed itself out");
    crawler.seen
}

/// What the browser side is made of. A page without islands does not name its scripts.
fn assets() -> impl Iterator<Item = String> {
    let PageAssets { script, style, .. } = page_assets();
    let script = script.map(|stem| [format!("{stem}.js"), format!("{stem}_bg.wasm")]);
    let names = script.into_iter().flatten().chain(style.map(str::to_owned));
    names.map(|name| format!("/assets/{name}"))
}

/// Sends all that no page offers: every action with ids that are somebody else's, wrong methods, wrong bodies.
pub(super) async fn probe(who: &Client, ids: &[&str]) -> Seen {
    let mut seen = Seen::new();
    for action in actions() {
        for id in ids {
            let fields = NAMES.map(|name| (name, *id));
            look(&mut seen, &action, &who.call(&action, "/", &fields).await);
            look(&mut seen, &action, &who.submit(&action, "/", &fields).await);
        }
        look(&mut seen, &action, &who.get(&action).await);
        look(&mut seen, &action, &who.call(&action, "/", &[]).await);
    }
    let paths = ids
        .iter()
        .flat_map(|id| PLACES.map(|place| place.replace("ID", id)));
    for path in paths.chain(ODD.map(str::to_owned)) {
        look(&mut seen, &path, &who.follow(&path).await);
        for (method, kind, body) in [
            (Method::GET, "application/json", ""),
            (Method::PUT, "application/json", "{}"),
            (Method::POST, "application/json", "{\"quiz\":\"desk/exam\"}"),
            (Method::POST, "text/plain", "canary"),
        ] {
            let request = Request::builder()
                .method(method)
                .uri(&path)
                .header("accept", "application/json")
                .header("content-type", kind)
                .header("authorization", "Bearer nothing")
                .header("sec-fetch-site", "same-origin");
            look(
                &mut seen,
                &path,
                &who.send(request.body(Body::from(body)).unwrap()).await,
            );
        }
    }
    let large = "x".repeat(300_000);
    look(
        &mut seen,
        "a large body",
        &who.call("/do/hand-in", "/", &[("attempt", &large)]).await,
    );
    seen
}

/// Opens every page that could show what has one of these ids.
pub(super) async fn visit(who: &Client, ids: &[&str]) -> Seen {
    let mut seen = Seen::new();
    for path in ids
        .iter()
        .flat_map(|id| PLACES.map(|place| place.replace("ID", id)))
    {
        look(&mut seen, &path, &who.follow(&path).await);
    }
    seen
}

struct Crawler<'a> {
    who: &'a Client,
    may: fn(&str, &str) -> bool,
    waiting: VecDeque<String>,
    known: BTreeSet<String>,
    seen: Seen,
    answers: usize,
}

impl Crawler<'_> {
    async fn run(&mut self) {
        while let Some(path) = self.waiting.pop_front() {
            let path = path.split('#').next().unwrap_or_default().to_owned();
            if self.known.insert(path.clone()) {
                let answer = self.who.get(&path).await;
                self.take(&path, &answer).await;
            }
        }
    }

    /// Looks at an answer and remembers where it leads.
    async fn take(&mut self, path: &str, answer: &Answer) {
        look(&mut self.seen, path, answer);
        self.answers += 1;
        assert!(self.answers < BOUND, "no end at {path}");
        self.lead(path, answer.header("location"));
        let text = String::from_utf8_lossy(&answer.body);
        // Scripts name what they load in words of their own.
        for name in text.split("/assets/").skip(1) {
            let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
            let name = &name[..end.unwrap_or(name.len())];
            self.waiting.push_back(format!("/assets/{name}"));
            if !name.contains('.') {
                self.waiting
                    .extend([format!("/assets/{name}.js"), format!("/assets/{name}_bg.wasm")]);
            }
        }
        if answer.header("content-type").starts_with("text/html") {
            for link in html::links(&text) {
                self.lead(path, &link);
            }
            for form in html::forms(&text) {
                Box::pin(self.send(path, &form)).await;
            }
        }
    }

    fn lead(&mut self, from: &str, link: &str) {
        let here = from.split(['?', '#']).next().unwrap_or_default();
        if link.starts_with('/') {
            self.waiting.push_back(link.to_owned());
        } else if link.starts_with('?') {
            self.waiting.push_back(format!("{here}{link}"));
        }
    }

    async fn send(&mut self, from: &str, form: &Form) {
        if !form.posts {
            let (as_it_stands, filled_in) = (form.as_it_stands(), form.filled_in("canary"));
            for fields in [as_it_stands, filled_in] {
                let query: Vec<_> = fields
                    .iter()
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect();
                self.lead(from, &format!("{}?{}", form.action, query.join("&")));
            }
            return;
        }
        let buttons = match form.buttons.as_slice() {
            [] => vec![(String::new(), String::new())],
            buttons => buttons.to_vec(),
        };
        for button in buttons {
            if !(self.may)(&form.action, &button.1) || !self.known.insert(signature(form, &button)) {
                continue;
            }
            for mut fields in [form.as_it_stands(), form.filled_in("一句话")] {
                fields.push(button.clone());
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                let called = self.who.call(&form.action, from, &fields).await;
                self.take(&form.action, &called).await;
                let posted = self.who.post(&form.action, from, &fields).await;
                self.take(&form.action, &posted).await;
                // What came of it stands on the next page, once.
                let to = posted.header("location").to_owned();
                if posted.status.is_redirection() && to.starts_with('/') {
                    look(&mut self.seen, &to, &self.who.get(&to).await);
                }
            }
        }
    }
}

/// What makes a form another one: where it goes and what it is about, not its token.
fn signature(form: &Form, (name, value): &(String, String)) -> String {
    let about = form.fields.iter().filter(|field| field.kind == "hidden");
    let about = about.filter(|field| !["token", "key"].contains(&field.name.as_str()));
    let about: Vec<_> = about
        .map(|field| format!("{}={}", field.name, field.value))
        .collect();
    format!("{} {} {name}={value}", form.action, about.join("&"))
}

/// Every mark in an answer: status line, headers and body.
pub(super) fn look(seen: &mut Seen, at: &str, answer: &Answer) {
    let mut text = format!("{:?}\n", answer.headers);
    text.push_str(&String::from_utf8_lossy(&answer.body));
    let text = text.to_lowercase();
    let words = text.split("canary-").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    let figures = FIGURES.iter().filter(|(figure, _)| text.contains(figure));
    for mark in words.chain(figures.map(|(_, what)| (*what).to_owned())) {
        seen.entry(mark).or_insert_with(|| at.to_owned());
    }
}
