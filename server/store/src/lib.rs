//! Everything Shanggang remembers: all SQL, one file per aggregate.
//!
//! A [`Store`] is an open data folder. Reading functions take it; writing functions take a [`Tx`], which
//! [`Store::write`] hands out, so that several writes are kept or dropped together:
//!
//! ```no_run
//! # use store::{Store, StoreError, people::{self, NewPerson}, actors::Operator};
//! # use domain::time::Moment;
//! # async fn example(store: Store, operator: Operator, now: Moment) -> Result<(), StoreError> {
//! let person = store
//!     .write(move |tx| {
//!         Box::pin(async move { people::add(tx, &operator, NewPerson::named("…"), now).await })
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! Time is always an argument. Who may do what is a value from [`actors`]: a function that needs an access
//! takes the capability, and only [`sessions::authenticate`] makes one.

pub mod accounts;
pub mod actors;
pub mod approvals;
pub mod assignments;
pub mod attempts;
pub mod backup;
mod caches;
pub mod calibrations;
pub mod candidates;
pub mod chance;
pub mod confirmations;
mod error;
pub mod evidence;
pub mod idempotency;
pub mod interviews;
pub mod invitations;
pub mod kept_posts;
pub mod lesson_checks;
pub mod lesson_places;
mod lines;
mod migrations;
pub mod missed_searches;
pub mod mistakes;
mod open;
mod outcomes;
pub mod people;
pub mod plays;
pub mod ratings;
pub mod recordings;
pub mod releases;
mod row;
pub mod sessions;
pub mod sheets;
pub mod signal;
pub mod teams;
#[cfg(test)]
mod testing;
pub mod tokens;
pub mod training;
pub mod upkeep;
pub mod verify;
mod writer;

pub use error::StoreError;
pub use open::{Mode, OpenError, Store};
pub use writer::{BoxFuture, Tx};
