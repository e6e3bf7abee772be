use std::{io, net::SocketAddr, path::PathBuf, process::ExitCode, time::Duration};

use clap::Args;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
};

use crate::{
    jobs,
    router::{AppState, router},
    start::{self, Settings, StartError},
};

/// How long requests under way may take to end after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Serve the platform over HTTP.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The folder that holds the database; made when it is missing.
    #[arg(long, env = "SHANGGANG_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,

    /// The folder with courses, quizzes, scenarios and the rest.
    #[arg(
        long,
        env = "SHANGGANG_CONTENT",
        value_name = "DIR",
        default_value = "content"
    )]
    content: PathBuf,

    /// The address to listen on.
    #[arg(long, env = "SHANGGANG_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,

    /// The address people type, when it differs: behind a proxy with TLS, an https one.
    #[arg(long, env = "SHANGGANG_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,

    /// Make demo accounts whose password everybody knows; only on this machine, only on a folder made with it.
    #[arg(long, env = "SHANGGANG_DEMO")]
    demo: bool,

    /// For how many days recordings of spoken answers are kept; one that still waits for its rater stays until it is rated.
    #[arg(
        long,
        env = "SHANGGANG_KEEP_RECORDINGS",
        value_name = "DAYS",
        default_value_t = start::KEEP_RECORDINGS,
        value_parser = clap::value_parser!(u32).range(1..=36_500)
    )]
    keep_recordings: u32,
}

/// Why serving ended before it was asked to.
#[derive(Debug, thiserror::Error)]
pub(super) enum ServeError {
    #[error("{0} is in use: another server runs there; stop it or pass another --addr")]
    AddressInUse(SocketAddr),
    #[error(
        "--demo makes accounts whose password everybody knows, so it serves on this machine only, not on {0}: pass --addr 127.0.0.1:3000"
    )]
    OpenDemo(SocketAddr),
    #[error("--public-url starts with http:// or https://, not like `{0}`")]
    PublicUrl(String),
    #[error("cannot listen on {0}")]
    Listen(SocketAddr, #[source] io::Error),
    #[error("cannot start the runtime")]
    Runtime(#[source] io::Error),
    #[error("cannot wait for a stop signal")]
    Signal(#[source] io::Error),
    #[error("the server failed")]
    Serve(#[source] io::Error),
    #[error(transparent)]
    Start(#[from] StartError),
}

impl Serve {
    /// Serves until SIGTERM or SIGINT, then lets the requests under way end.
    pub(super) fn run(self) -> Result<ExitCode, ServeError> {
        if self.demo && !self.addr.ip().is_loopback() {
            return Err(ServeError::OpenDemo(self.addr));
        }
        if let Some(url) = self.public_url.as_ref().filter(|url| !is_web_address(url)) {
            return Err(ServeError::PublicUrl(url.clone()));
        }
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(ServeError::Runtime)?
            .block_on(self.serve())?;
        Ok(ExitCode::SUCCESS)
    }

    async fn serve(self) -> Result<(), ServeError> {
        if !self.addr.ip().is_loopback() && self.public_url.is_none() {
            tracing::warn!(
                addr = %self.addr,
                "plain http on an address that others reach: passwords travel readable; put a proxy with TLS in \
                 front and pass --public-url"
            );
        }
        let listener = TcpListener::bind(self.addr)
            .await
            .map_err(|error| match error.kind() {
                io::ErrorKind::AddrInUse => ServeError::AddressInUse(self.addr),
                _ => ServeError::Listen(self.addr, error),
            })?;
        let (stop, stopped) = watch::channel(false);
        watch_signals(stop)?;

        // Another one than was asked for when that was port 0.
        let addr = listener.local_addr().map_err(ServeError::Serve)?;
        let public_url = self.public_url.unwrap_or_else(|| format!("http://{addr}"));
        let public_url = public_url.trim_end_matches('/').to_owned();
        let settings = Settings {
            data: self.data,
            content: self.content,
            public_url: public_url.clone(),
            demo: self.demo,
            keep_recordings: self.keep_recordings,
        };
        let site = start::site(settings).await?;
        let jobs = jobs::start(&site);
        let service = router(AppState::new(site.clone())).into_make_service_with_connect_info::<SocketAddr>();
        println!("ready: {public_url}");
        tracing::info!(%addr, "ready");
        let serving = axum::serve(listener, service).with_graceful_shutdown(asked_to_stop(stopped.clone()));
        tokio::select! {
            ended = serving.into_future() => ended.map_err(ServeError::Serve)?,
            () = out_of_patience(stopped) => tracing::warn!("requests still under way were cut off"),
        }
        drop(jobs);
        if let Err(error) = app::missed::write_down(&site).await {
            tracing::error!(%error, "cannot write down what was not found");
        }
        site.store.close().await;
        tracing::info!("stopped");
        Ok(())
    }
}

fn is_web_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| !host.trim_matches('/').is_empty())
}

/// Raises `stop` at the first SIGTERM or SIGINT.
fn watch_signals(stop: watch::Sender<bool>) -> Result<(), ServeError> {
    let mut terminate = signal(SignalKind::terminate()).map_err(ServeError::Signal)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(ServeError::Signal)?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("asked to stop");
        stop.send_replace(true);
        // Dropping the sender would look like a stop; it lives as long as the process.
        std::future::pending::<()>().await;
    });
    Ok(())
}

async fn asked_to_stop(mut stopped: watch::Receiver<bool>) {
    // Fails only when the sender is gone, which is a stop as well.
    let _stop = stopped.wait_for(|stopped| *stopped).await;
}

async fn out_of_patience(stopped: watch::Receiver<bool>) {
    asked_to_stop(stopped).await;
    tokio::time::sleep(GRACE).await;
}
