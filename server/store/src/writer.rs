//! The one writer: a task that takes the waiting writes, does them in one transaction and answers after its
//! commit.
//!
//! Each piece of work is kept or dropped whole. Work that fails drops only itself; a failed commit fails all
//! that was in it. Once handed over, work is done even when nobody waits for its answer any more.

use crate::caches::{Caches, Effect};
use crate::error::StoreError;
use sqlx::AnyConnection;
use sqlx::{Connection as _, Executor as _};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

/// A boxed future that may move between threads.
pub type BoxFuture<'c, T> = Pin<Box<dyn Future<Output = T> + Send + 'c>>;

/// How many pieces of work one commit takes at most.
const BATCH: usize = 64;

/// How many pieces of work may wait.
const WAITING: usize = 1024;

/// A write transaction; the writing functions of this crate take it, and several may share one.
#[derive(Debug)]
pub struct Tx {
    pub(crate) conn: AnyConnection,
    effects: Vec<Effect>,
}

impl Tx {
    pub(crate) fn new(conn: AnyConnection) -> Self {
        Self {
            conn,
            effects: Vec::new(),
        }
    }

    /// What the memory of this process must learn once the commit is done.
    pub(crate) fn after_commit(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    async fn run(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        self.conn.execute(sql).await.map(drop)
    }
}

/// Tells the one who waits how it ended; called after the commit, with its error when it failed.
type Answer = Box<dyn FnOnce(Result<(), Arc<sqlx::Error>>) + Send>;

struct Ran {
    kept: bool,
    answer: Answer,
}

trait Job: Send {
    fn run<'c>(self: Box<Self>, tx: &'c mut Tx) -> BoxFuture<'c, Ran>;
    fn refuse(self: Box<Self>, error: StoreError);
}

struct Work<F, T> {
    work: F,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Work<F, T>
where
    F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    T: Send + 'static,
{
    fn run<'c>(self: Box<Self>, tx: &'c mut Tx) -> BoxFuture<'c, Ran> {
        Box::pin(async move {
            let Self { work, reply } = *self;
            let result = unless_panicked(work(tx)).await;
            let kept = result.is_ok();
            let answer = move |committed: Result<(), Arc<sqlx::Error>>| {
                let result =
                    result.and_then(|value| committed.map(|()| value).map_err(StoreError::NotCommitted));
                // The caller may have gone away; the work is done all the same.
                drop(reply.send(result));
            };
            Ran {
                kept,
                answer: Box::new(answer),
            }
        })
    }

    fn refuse(self: Box<Self>, error: StoreError) {
        drop(self.reply.send(Err(error)));
    }
}

/// A fault in one piece of work must not end the writer and with it every later write.
async fn unless_panicked<T>(mut work: BoxFuture<'_, Result<T, StoreError>>) -> Result<T, StoreError> {
    poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)))
            .unwrap_or(Poll::Ready(Err(StoreError::Panicked)))
    })
    .await
}

/// The handle by which work reaches the writer.
#[derive(Debug)]
pub(crate) struct Writer {
    jobs: Mutex<Option<mpsc::Sender<Box<dyn Job>>>>,
    task: Mutex<Option<JoinHandle<()>>>,
    commits: Arc<AtomicU64>,
}

impl Writer {
    pub(crate) fn start(conn: AnyConnection, caches: Arc<Caches>) -> Self {
        let (sender, jobs) = mpsc::channel(WAITING);
        let commits = Arc::new(AtomicU64::new(0));
        let task = Loop {
            tx: Tx::new(conn),
            jobs,
            caches,
            commits: Arc::clone(&commits),
        };
        Self {
            jobs: Mutex::new(Some(sender)),
            task: Mutex::new(Some(tokio::spawn(task.run()))),
            commits,
        }
    }

    /// Hands the work over and waits for its commit.
    pub(crate) async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
        T: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let sender = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let sender = sender.ok_or(StoreError::Closed)?;
        sender
            .send(Box::new(Work { work, reply }))
            .await
            .map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Hands the work over without waiting; when too much waits already, it is left out.
    pub(crate) fn post<F>(&self, work: F)
    where
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<(), StoreError>> + Send + 'static,
    {
        let (reply, _) = oneshot::channel();
        if let Some(sender) = &*self.jobs.lock().unwrap_or_else(PoisonError::into_inner) {
            drop(sender.try_send(Box::new(Work { work, reply })));
        }
    }

    /// Takes no more work, finishes what waits, and closes the connection.
    pub(crate) async fn close(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the writer did not end well");
        }
    }

    /// Transactions committed since the start.
    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }
}

struct Loop {
    tx: Tx,
    jobs: mpsc::Receiver<Box<dyn Job>>,
    caches: Arc<Caches>,
    commits: Arc<AtomicU64>,
}

impl Loop {
    async fn run(mut self) {
        while let Some(first) = self.jobs.recv().await {
            self.batch(first).await;
        }
        if let Err(error) = self.tx.conn.close().await {
            tracing::error!(%error, "the writer's connection did not close well");
        }
    }

    async fn batch(&mut self, first: Box<dyn Job>) {
        let mut answers = Vec::new();
        let mut effects = Vec::new();
        let mut kept = 0;
        let mut begun = false;
        let mut next = Some(first);
        while let Some(job) = next {
            if !begun && let Err(error) = self.tx.run("BEGIN IMMEDIATE").await {
                job.refuse(error.into());
                break;
            }
            begun = true;
            let ran = match self.one(job, kept > 0).await {
                Ok(ran) => ran,
                Err(error) => return self.fail(answers, error).await,
            };
            let took = std::mem::take(&mut self.tx.effects);
            if ran.kept {
                kept += 1;
                effects.extend(took);
            } else if kept == 0 {
                // Nothing worth keeping before it: the whole transaction goes, which saves a savepoint.
                if let Err(error) = self.tx.run("ROLLBACK").await {
                    tracing::error!(%error, "rolling back failed");
                }
                begun = false;
            }
            answers.push(ran.answer);
            next = if answers.len() < BATCH {
                self.jobs.try_recv().ok()
            } else {
                None
            };
        }
        if begun && let Err(error) = self.tx.run("COMMIT").await {
            return self.fail(answers, error).await;
        }
        if begun {
            self.commits.fetch_add(1, Ordering::Relaxed);
        }
        self.caches.apply(effects);
        answers.into_iter().for_each(|answer| answer(Ok(())));
    }

    /// Does one piece of work; behind others it gets a savepoint, so that its failure leaves theirs alone.
    async fn one(&mut self, job: Box<dyn Job>, behind_others: bool) -> Result<Ran, sqlx::Error> {
        if !behind_others {
            return Ok(job.run(&mut self.tx).await);
        }
        if let Err(error) = self.tx.run("SAVEPOINT job").await {
            job.refuse(StoreError::Closed);
            return Err(error);
        }
        let ran = job.run(&mut self.tx).await;
        let end = if ran.kept {
            "RELEASE job"
        } else {
            "ROLLBACK TO job; RELEASE job"
        };
        match self.tx.run(end).await {
            Ok(()) => Ok(ran),
            Err(error) => {
                let error = Arc::new(error);
                (ran.answer)(Err(Arc::clone(&error)));
                Err(sqlx::Error::Protocol(format!("{end}: {error}")))
            }
        }
    }

    async fn fail(&mut self, answers: Vec<Answer>, error: sqlx::Error) {
        tracing::error!(%error, waiting = answers.len(), "a commit failed");
        self.tx.effects.clear();
        if let Err(error) = self.tx.run("ROLLBACK").await {
            tracing::warn!(%error, "nothing to roll back after a failed commit");
        }
        let error = Arc::new(error);
        answers
            .into_iter()
            .for_each(|answer| answer(Err(Arc::clone(&error))));
    }
}

#[cfg(test)]
mod tests;
