use std::sync::Arc;

use domain::hash::Hash;
use store::{
    StoreError,
    actors::Operator,
    attempts::{self, Overdue},
};

use super::grading::{graded, settle};
use crate::{libraries::LibraryError, site::Site};

/// Hands in the open attempts whose time is over, with the answers that were saved; a job of the server, every few
/// seconds. Returns how many. One that fails does not keep the others waiting.
///
/// # Errors
/// When the database cannot say which they are.
pub async fn close_overdue(site: &Arc<Site>) -> Result<usize, StoreError> {
    let mut closed = 0;
    for Overdue { id, release } in attempts::overdue(&site.store, site.now()).await? {
        match close(site, id.clone(), release).await {
            Ok(()) => closed += 1,
            Err(error) => tracing::error!(%error, attempt = id, "cannot close an attempt whose time is over"),
        }
    }
    Ok(closed)
}

async fn close(site: &Arc<Site>, id: String, release: Hash) -> Result<(), LibraryError> {
    let library = site.libraries.at(&site.store, release).await?;
    let (now, shared) = (site.now(), Arc::clone(site));
    site.store
        .write(move |tx| {
            Box::pin(async move {
                let judge = |attempt: &attempts::Attempt| graded(&library, attempt);
                let by = Operator::new();
                let submitted = attempts::close_overdue(tx, &by, &id, now, judge).await?;
                settle(tx, &shared, &by, &submitted, now).await
            })
        })
        .await?;
    Ok(())
}
