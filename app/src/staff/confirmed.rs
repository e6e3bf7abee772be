//! What a trainer confirms before the first people begin: the centre's standards, and what each role takes.

use std::collections::HashMap;

use domain::{content::library::Library, hash::Hash};
use store::confirmations::{self, Confirmation};

use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// What the standards are called among confirmations.
pub(crate) const STANDARDS: &str = "standards";

/// What a role is called among confirmations.
pub(crate) fn role_document(role: &str) -> String {
    format!("roles/{role}")
}

/// The version of such a document that is published; none when there is no such document.
pub(crate) fn version(library: &Library, document: &str) -> Option<Hash> {
    if document == STANDARDS {
        return library.standards.as_ref().map(|standards| standards.head.version);
    }
    let role = library.roles.get(document.strip_prefix("roles/")?)?;
    Some(role.head.version)
}

/// The confirmation of a document, unless the document changed since.
pub(crate) fn valid<'a>(
    known: &'a HashMap<String, Confirmation>,
    library: &Library,
    document: &str,
) -> Option<&'a Confirmation> {
    let version = version(library, document)?;
    known
        .get(document)
        .filter(|confirmation| confirmation.version == version)
}

/// Notes that the visitor confirms a document as it was read.
pub(crate) async fn confirm(act: &Act, document: String, read: &str) -> Result<Done, Refusal> {
    let trainer = act.trainer()?;
    let version = version(&act.library, &document).ok_or(Refusal::NotFound)?;
    if version.to_string() != read {
        return Err(Refusal::Cannot(t!(act.texts, "confirm-changed")));
    }
    let now = act.now;
    let work = act.site.store.write(move |tx| {
        Box::pin(async move { confirmations::note(tx, &trainer, &document, version, now).await })
    });
    work.await?;
    Ok(Done::back().saying(t!(act.texts, "confirm-done")))
}
