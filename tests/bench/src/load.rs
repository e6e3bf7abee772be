//! Doing one thing many times over a few connections, and timing it.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use crate::{Outcome, client::Connection, process::Server, stopwatch::Stopwatch};

/// How many connections ask at the same time.
const CONNECTIONS: usize = 8;

/// What doing something `times` times took.
pub(crate) struct Figures {
    pub(crate) times: usize,
    pub(crate) seconds: f64,
    /// Of the server's process, for each.
    pub(crate) cpu_ms: f64,
    /// 99 of a hundred were quicker.
    pub(crate) p99: Duration,
}

impl Figures {
    /// What each took by itself, inside so many seconds and milliseconds of the server's processor in all.
    pub(crate) fn of(mut took: Vec<Duration>, seconds: f64, cpu_ms: f64) -> Self {
        took.sort_unstable();
        Self {
            times: took.len(),
            seconds,
            cpu_ms: cpu_ms / took.len().max(1) as f64,
            p99: took.get(took.len() * 99 / 100).copied().unwrap_or_default(),
        }
    }
}

/// Does something for every number below `times`.
pub(crate) fn run(
    server: &Server,
    times: usize,
    work: impl Fn(&mut Connection, usize) -> Outcome + Sync,
) -> Outcome<Figures> {
    let next = AtomicUsize::new(0);
    let took = Mutex::new(Vec::with_capacity(times));
    let (cpu, clock) = (server.cpu_ms()?, Stopwatch::start());
    let worker = || -> Outcome {
        let mut connection = Connection::open(&server.host)?;
        let mut own = Vec::with_capacity(times / CONNECTIONS * 2);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= times {
                break;
            }
            let clock = Stopwatch::start();
            work(&mut connection, number)?;
            own.push(clock.elapsed());
        }
        took.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .append(&mut own);
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(worker)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| "a worker stopped")?)
    })?;
    let seconds = clock.elapsed().as_secs_f64();
    let took = took.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Figures::of(took, seconds, server.cpu_ms()? - cpu))
}
