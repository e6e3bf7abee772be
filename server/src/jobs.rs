//! What the server does on its own.

use std::{sync::Arc, time::Duration};

use app::{missed, site::Site};
use store::{StoreError, idempotency, kept_posts, missed_searches, sessions, signal};
use tokio::task::JoinSet;

/// How often the server looks for what another process changed.
const LOOK: Duration = Duration::from_millis(500);

/// How often the server collects attempts whose time is over, and role-plays that nobody plays any more.
const COLLECT: Duration = Duration::from_secs(5);

/// How often what has expired is thrown away.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// How often what was searched for and not found is written down.
const COUNT: Duration = Duration::from_secs(60);

/// Starts everything; dropping the set ends it.
pub(crate) fn start(site: &Arc<Site>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    jobs.spawn(follow(site.clone()));
    jobs.spawn(sweep(site.clone()));
    jobs.spawn(collect(site.clone()));
    jobs.spawn(give_up(site.clone()));
    jobs.spawn(count(site.clone()));
    jobs
}

/// Follows releases, accounts and tokens that another process changes.
async fn follow(site: Arc<Site>) {
    loop {
        tokio::time::sleep(LOOK).await;
        if let Err(error) = signal::refresh(&site.store).await {
            tracing::error!(%error, "cannot look for changes");
            continue;
        }
        match site.libraries.refresh(&site.store).await {
            Ok(true) => tracing::info!(release = %site.libraries.current().release, "serving a new release"),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "cannot load the new release; the old one stays"),
        }
    }
}

/// Hands in the attempts at quizzes whose time is over.
async fn collect(site: Arc<Site>) {
    loop {
        tokio::time::sleep(COLLECT).await;
        match app::quiz::close_overdue(&site).await {
            Ok(0) => {}
            Ok(closed) => tracing::info!(closed, "collected attempts whose time was over"),
            Err(error) => tracing::error!(%error, "cannot look for attempts whose time is over"),
        }
    }
}

/// Gives up the assessed role-plays that nobody plays any more.
async fn give_up(site: Arc<Site>) {
    loop {
        tokio::time::sleep(COLLECT).await;
        match app::play::give_up_idle(&site).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "gave up role-plays that nobody played any more"),
            Err(error) => tracing::error!(%error, "cannot look for role-plays that nobody plays any more"),
        }
    }
}

/// Writes down what was searched for and not found.
async fn count(site: Arc<Site>) {
    loop {
        tokio::time::sleep(COUNT).await;
        if let Err(error) = missed::write_down(&site).await {
            tracing::error!(%error, "cannot write down what was not found");
        }
    }
}

/// Throws away sessions, posts and keys of forms that have expired, old counts, and recordings that were kept long enough.
async fn sweep(site: Arc<Site>) {
    loop {
        if let Err(error) = sweep_once(&site).await {
            tracing::error!(%error, "cannot throw away what has expired");
        }
        match app::play::tidy(&site).await {
            Ok(0) => {}
            Ok(deleted) => tracing::info!(deleted, "deleted recordings"),
            Err(error) => tracing::error!(%error, "cannot delete recordings"),
        }
        tokio::time::sleep(SWEEP).await;
    }
}

async fn sweep_once(site: &Site) -> Result<(), StoreError> {
    let now = site.now();
    let counted = missed::kept_since(site);
    let sweep = site.store.write(move |tx| {
        Box::pin(async move {
            sessions::sweep(tx, now).await?;
            kept_posts::sweep(tx, now).await?;
            missed_searches::sweep(tx, &counted).await?;
            idempotency::sweep(tx, now).await
        })
    });
    sweep.await.map(drop)
}
