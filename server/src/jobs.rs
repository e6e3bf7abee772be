//! What the server does on its own.

use std::{sync::Arc, time::Duration};

use app::site::Site;
use store::signal;

/// How often the server looks for what another process changed.
const PERIOD: Duration = Duration::from_millis(500);

/// Follows releases, accounts and tokens that another process changes. Never ends.
pub(crate) async fn watch(site: Arc<Site>) {
    loop {
        tokio::time::sleep(PERIOD).await;
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
