use store::{StoreError, lesson_places, sessions::Session};

use crate::{refusal::Refusal, visitor::Visitor};

/// Keeps the heading a learner reads at; whether there was something to keep.
pub(crate) async fn keep_place(visitor: &Visitor, id: &str, anchor: &str) -> Result<bool, StoreError> {
    let learner = visitor.session.as_ref().and_then(Session::learner);
    let lesson = visitor.library.lessons.get(id);
    let (Some(learner), Some(lesson)) = (learner, lesson) else {
        return Ok(false);
    };
    let parts = &lesson.layout(&visitor.lang()).parts;
    if !parts.iter().any(|part| part.id == anchor) {
        return Ok(false);
    }
    let (id, anchor, now) = (id.to_owned(), anchor.to_owned(), visitor.now);
    let work = visitor
        .site
        .store
        .write(move |tx| Box::pin(async move { lesson_places::note(tx, &learner, &id, &anchor, now).await }));
    work.await.map(|()| true)
}

/// The way into a lesson: where the learner stopped reading it, else its beginning.
pub(crate) async fn place_of(visitor: &Visitor, id: &str) -> Result<String, Refusal> {
    let learner = visitor.learner()?;
    let place = lesson_places::of(&visitor.site.store, &learner, id).await?;
    let parts = visitor
        .library
        .lessons
        .get(id)
        .map(|lesson| &lesson.layout(&visitor.lang()).parts);
    let place =
        place.filter(|place| parts.is_some_and(|parts| parts.iter().skip(1).any(|part| part.id == *place)));
    Ok(match place {
        Some(place) => format!("/courses/{id}#{place}"),
        None => format!("/courses/{id}"),
    })
}
