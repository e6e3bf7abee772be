//! Who asks: the session, the language, the moment and the content a request is answered with.

use std::{ops::Deref, sync::Arc};

use domain::{access::Access, content::Library, lang::Lang, time::Moment};
use http::request::Parts;
use leptos::prelude::use_context;
use store::{
    actors::{Admin, Learner, Recruiter, Supervisor, Trainer},
    sessions::Session,
};

use crate::{forms::Flash, refusal::Refusal, site::Site, texts::Texts, theme::Theme};

/// One request's visitor; cheap to clone. Made by the server's middleware for every page and action.
#[derive(Clone)]
pub struct Visitor(Arc<Asking>);

/// What is known of a visitor.
#[derive(Clone)]
pub struct Asking {
    /// The service.
    pub site: Arc<Site>,
    /// The session, when somebody is signed in.
    pub session: Option<Session>,
    /// The language of the interface.
    pub texts: Texts,
    /// The moment the request came in.
    pub now: Moment,
    /// The content the request is answered with.
    pub library: Arc<Library>,
    /// What the last form left for this page.
    pub flash: Option<Flash>,
    /// The path asked for, without the query.
    pub path: String,
    /// The query, without the question mark.
    pub query: String,
    /// The colours this browser asked for.
    pub theme: Theme,
    /// The address of the other end; empty when not known.
    pub address: String,
}

impl From<Asking> for Visitor {
    fn from(asking: Asking) -> Self {
        Self(Arc::new(asking))
    }
}

impl Deref for Visitor {
    type Target = Asking;

    fn deref(&self) -> &Asking {
        &self.0
    }
}

impl Visitor {
    /// The same visitor once signed in.
    #[must_use]
    pub fn signed_in(&self, session: Session) -> Self {
        Self::from(Asking {
            session: Some(session),
            ..Asking::clone(self)
        })
    }

    /// The visitor of the request being answered.
    #[must_use]
    pub fn current() -> Option<Self> {
        use_context::<Parts>()?.extensions.get::<Self>().cloned()
    }

    /// The language content is shown in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The session of whoever is signed in.
    ///
    /// # Errors
    /// [`Refusal::SignIn`] when nobody is.
    pub fn session(&self) -> Result<&Session, Refusal> {
        self.session.as_ref().ok_or(Refusal::SignIn)
    }

    /// Whether somebody with this access is signed in.
    #[must_use]
    pub fn has(&self, access: Access) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| session.actor().access.has(access))
    }

    /// The right to learn.
    ///
    /// # Errors
    /// Nobody is signed in, or the account lacks the access.
    pub fn learner(&self) -> Result<Learner, Refusal> {
        self.session()?.learner().ok_or(Refusal::Forbidden)
    }

    /// The right to judge practice and publish.
    ///
    /// # Errors
    /// Nobody is signed in, or the account lacks the access.
    pub fn trainer(&self) -> Result<Trainer, Refusal> {
        self.session()?.trainer().ok_or(Refusal::Forbidden)
    }

    /// The right to run interviews and hire.
    ///
    /// # Errors
    /// Nobody is signed in, or the account lacks the access.
    pub fn recruiter(&self) -> Result<Recruiter, Refusal> {
        self.session()?.recruiter().ok_or(Refusal::Forbidden)
    }

    /// The right to approve and withdraw.
    ///
    /// # Errors
    /// Nobody is signed in, or the account lacks the access.
    pub fn supervisor(&self) -> Result<Supervisor, Refusal> {
        self.session()?.supervisor().ok_or(Refusal::Forbidden)
    }

    /// The right to look after accounts.
    ///
    /// # Errors
    /// Nobody is signed in, or the account lacks the access.
    pub fn admin(&self) -> Result<Admin, Refusal> {
        self.session()?.admin().ok_or(Refusal::Forbidden)
    }

    /// A value of the query, decoded.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        crate::forms::pairs(&self.query)
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// What was typed into a field of a form that came back with errors.
    #[must_use]
    pub fn typed(&self, form: &str, field: &str) -> Option<&str> {
        self.returned(form)?.typed(field)
    }

    /// What is wrong with a field of a form that came back with errors.
    #[must_use]
    pub fn error(&self, form: &str, field: &str) -> Option<&str> {
        self.returned(form)?.error(field)
    }

    fn returned(&self, form: &str) -> Option<&Flash> {
        self.flash.as_ref().filter(|flash| flash.form == form)
    }
}
