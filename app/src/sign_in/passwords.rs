//! Passwords: argon2id with 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet asks.

use std::sync::{Arc, LazyLock};

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version};
use tokio::sync::Semaphore;

/// The fewest characters a password may have.
pub const MIN_LENGTH: usize = 10;

/// How many hashes may be under way at once: each takes 19 MiB and a core for some 20 ms.
const AT_ONCE: usize = 2;

/// Hashes and verifies passwords, a few at a time, on threads that answer nothing else.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Passwords {
    /// The hash to keep, in PHC form, with a random salt in it.
    pub async fn hash(&self, password: String) -> Option<String> {
        self.turn(move || hash(&password)).await.flatten()
    }

    /// Whether the password is the one kept. Without a kept hash the answer is no, and takes as long.
    pub async fn verify(&self, password: String, kept: Option<String>) -> bool {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODYS.clone());
        self.turn(move || matches(&password, &kept))
            .await
            .unwrap_or(false)
            && known
    }

    async fn turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let _turn = self.turns.acquire().await.ok()?;
        tokio::task::spawn_blocking(work).await.ok()
    }
}

/// A hash that no password matches, so that an unknown account costs as long as a known one.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hash("").unwrap_or_default());

fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str) -> Option<String> {
    argon2()
        .hash_password(password.as_bytes())
        .ok()
        .map(|hash| hash.to_string())
}

fn matches(password: &str, kept: &str) -> bool {
    PasswordHash::new(kept).is_ok_and(|kept| argon2().verify_password(password.as_bytes(), &kept).is_ok())
}
