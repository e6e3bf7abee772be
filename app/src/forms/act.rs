//! Running an action: from its visitor to its outcome.

use std::{
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

use leptos::prelude::{ServerFnError, use_context};
use leptos_axum::ResponseOptions;

use super::{Flash, Posted};
use crate::{refusal::Refusal, visitor::Visitor};

/// What an action may use: the visitor and the fields sent.
pub struct Act {
    /// Who acts.
    pub visitor: Visitor,
    /// What was sent.
    pub posted: Posted,
}

impl Deref for Act {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl Act {
    /// The key that makes a form sent twice one deed; empty when the form has none.
    #[must_use]
    pub fn key(&self) -> &str {
        self.posted.get("key").unwrap_or_default()
    }
}

/// A deed that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The path to go on with; back to the form's page when none.
    pub to: Option<String>,
    /// What to tell there.
    pub notice: Option<String>,
    /// What the next page is told beside the notice, once and never kept on disk: names and values, for
    /// [`Visitor::typed`] under the action's name.
    pub told: Vec<(String, String)>,
    /// Cookies to set, as `Set-Cookie` values.
    pub cookies: Vec<String>,
    /// Whether the browser is to forget what pages have left in it: somebody signed out.
    pub forget: bool,
    /// Whose expired post may now be sent again: the account that just signed in.
    pub signed_in: Option<String>,
}

impl Done {
    /// Back to the page the form stands on.
    #[must_use]
    pub fn back() -> Self {
        Self::default()
    }

    /// On to another page.
    pub fn to(path: impl Into<String>) -> Self {
        Self {
            to: Some(path.into()),
            ..Self::default()
        }
    }

    /// With a message there.
    #[must_use]
    pub fn saying(self, notice: String) -> Self {
        Self {
            notice: Some(notice),
            ..self
        }
    }

    /// With a value for the next page alone.
    #[must_use]
    pub fn telling(mut self, name: &str, value: String) -> Self {
        self.told.push((name.to_owned(), value));
        self
    }
}

/// How an action ended; the server's middleware makes the answer of it.
#[derive(Debug)]
pub enum Outcome {
    /// A redirect with an optional message.
    Done(Done),
    /// A refusal: a flash and a redirect, or a page of its own.
    Refused(Refusal),
}

/// Where an action leaves its outcome. Provided by the server's middleware.
#[derive(Clone, Debug, Default)]
pub struct OutcomeSlot(Arc<Mutex<Option<Outcome>>>);

impl OutcomeSlot {
    /// Leaves the outcome.
    pub fn set(&self, outcome: Outcome) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }

    /// Takes it; none when the action never ran, because its fields could not be read.
    #[must_use]
    pub fn take(&self) -> Option<Outcome> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Runs what an island calls with the fields of a form, and answers it directly: nothing is left for a next page.
///
/// # Errors
/// A refusal, for the island to try again; or a call outside a request of the server.
pub async fn call<T>(
    body: impl AsyncFnOnce(Visitor, Posted) -> Result<T, Refusal>,
) -> Result<T, ServerFnError> {
    let request = use_context::<http::request::Parts>();
    let posted = request.and_then(|request| request.extensions.get::<Posted>().cloned());
    let (Some(visitor), Some(posted)) = (Visitor::current(), posted) else {
        return Err(ServerFnError::ServerError("a call outside a request".to_owned()));
    };
    body(visitor, posted).await.map_err(|refusal| told(&refusal))
}

/// A refusal for an island: its status tells what kind it is, and the form sent as a form why.
fn told(refusal: &Refusal) -> ServerFnError {
    let status = refusal.status();
    if status.is_server_error() {
        tracing::error!(error = %refusal, "what an island asked failed");
    }
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    ServerFnError::ServerError(refusal.to_string())
}

/// Runs the body of a form's action and leaves its outcome for the middleware.
///
/// # Errors
/// Only when called outside a request of the server.
pub async fn run(body: impl AsyncFnOnce(Act) -> Result<Done, Refusal>) -> Result<(), ServerFnError> {
    let request = use_context::<http::request::Parts>();
    let context = request.as_ref().and_then(|request| {
        let extensions = &request.extensions;
        let slot = extensions.get::<OutcomeSlot>().cloned();
        Some((
            extensions.get::<Visitor>()?.clone(),
            extensions.get::<Posted>()?.clone(),
            slot,
        ))
    });
    let Some((visitor, posted, slot)) = context else {
        return Err(ServerFnError::ServerError(
            "an action outside a request".to_owned(),
        ));
    };
    let outcome = body(Act { visitor, posted }).await;
    match (slot, outcome) {
        (Some(slot), Ok(done)) => slot.set(Outcome::Done(done)),
        (Some(slot), Err(refusal)) => slot.set(Outcome::Refused(refusal)),
        // An island asked: it needs no page, only to know whether it went well.
        (None, Ok(_)) => {}
        (None, Err(refusal)) => return Err(told(&refusal)),
    }
    Ok(())
}

impl Refusal {
    /// What the form's page shows about this refusal; none when a page of its own is shown instead.
    #[must_use]
    pub fn flash(&self, form: &str, posted: &Posted) -> Option<Flash> {
        let (errors, notice) = match self {
            Self::Fields(errors) => (
                errors
                    .iter()
                    .map(|(name, text)| ((*name).to_owned(), text.clone()))
                    .collect(),
                None,
            ),
            Self::Cannot(notice) => (Vec::new(), Some(notice.clone())),
            _ => return None,
        };
        // A password is typed again rather than kept; token and key are made anew.
        let secret = |name: &str| name.contains("password") || matches!(name, "token" | "key");
        let fields = posted
            .0
            .iter()
            .filter(|(name, _)| !secret(name))
            .cloned()
            .collect();
        Some(Flash {
            form: form.to_owned(),
            notice,
            good: false,
            errors,
            fields,
        })
    }
}
