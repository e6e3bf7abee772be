use std::sync::Arc;

use domain::{content::Library, quiz::Quiz};
use store::attempts::{self, Attempt};

use crate::{refusal::Refusal, visitor::Visitor};

/// An attempt with the content it began with, whatever was published since.
pub(crate) struct Pinned {
    /// The attempt.
    pub attempt: Attempt,
    /// The content of its release.
    pub library: Arc<Library>,
}

impl Pinned {
    /// One's own attempt.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], also for somebody else's.
    pub async fn own(visitor: &Visitor, id: &str) -> Result<Self, Refusal> {
        let learner = visitor.learner()?;
        let site = &visitor.site;
        let attempt = attempts::of_learner(&site.store, &learner, id).await?;
        let attempt = attempt.ok_or(Refusal::NotFound)?;
        let library = site.libraries.at(&site.store, attempt.release).await?;
        Ok(Self { attempt, library })
    }

    /// The quiz, as it was when the attempt began.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when the release lacks it, which no attempt can have begun with.
    pub fn quiz(&self) -> Result<&Quiz, Refusal> {
        self.library
            .quizzes
            .get(&self.attempt.quiz)
            .ok_or(Refusal::NotFound)
    }
}
