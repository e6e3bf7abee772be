//! Why a page or an action cannot do what was asked, and what the visitor gets to see instead.

use domain::evidence::record::Inconsistent;
use http::StatusCode;
use store::StoreError;

use crate::libraries::LibraryError;

/// The ways a request can end without what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in: to the sign-in page, and back afterwards.
    #[error("nobody is signed in")]
    SignIn,
    /// The account lacks the access: 403 with a page that says whom to ask.
    #[error("the account lacks the access")]
    Forbidden,
    /// There is no such thing, or it is not the visitor's: 404, the same for both.
    #[error("there is no such thing")]
    NotFound,
    /// Something typed must be mended: back to the form, with what was typed. Field name and message each.
    #[error("fields to mend")]
    Fields(Vec<(&'static str, String)>),
    /// Cannot be done now, for a reason that no field is to blame for: back, with the message.
    #[error("{0}")]
    Cannot(String),
    /// The address is another one: the page has moved, or belongs elsewhere.
    #[error("to {0}")]
    Elsewhere(String),
    /// The store failed: 500 with a page that says nothing was lost.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A pinned release could not be read: 500.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// Evidence nobody can have written: 500.
    #[error(transparent)]
    Inconsistent(#[from] Inconsistent),
}

impl Refusal {
    /// The status of an answer that says no more than this.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Cannot(_) | Self::Elsewhere(_) => StatusCode::CONFLICT,
            Self::Store(_) | Self::Library(_) | Self::Inconsistent(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// One field to mend.
    #[must_use]
    pub fn field(name: &'static str, message: String) -> Self {
        Self::Fields(vec![(name, message)])
    }
}
