//! Passwords: argon2id with 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet asks.

use std::{
    num::NonZero,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, Version,
    password_hash::phc::{Output, ParamsString, Salt},
};
use tokio::sync::Semaphore;

/// The fewest characters a password may have.
pub const MIN_LENGTH: usize = 10;

/// How many hashes may be under way at once: each takes 19 MiB and a core for some 20 ms, so one core is left to answer
/// everybody else.
fn at_once() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    cores.saturating_sub(1).clamp(1, MOST_AT_ONCE)
}

/// However many cores there are: together they may take 76 MiB.
const MOST_AT_ONCE: usize = 4;

/// Hashes and verifies passwords, a few at a time, on threads that answer nothing else.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// Used again and again: asked for anew each time, the pieces left over made the server grow to 350 MB.
    memory: Arc<Mutex<Vec<Memory>>>,
}

/// What one hash works in: 19 MiB.
type Memory = Vec<Block>;

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(at_once())),
            memory: Arc::default(),
        }
    }
}

impl Passwords {
    /// The hash to keep, in PHC form, with a random salt in it.
    pub async fn hash(&self, password: String) -> Option<String> {
        self.turn(move |memory| hash(&password, memory)).await.flatten()
    }

    /// Whether the password is the one kept. Without a kept hash the answer is no, and takes as long.
    pub async fn verify(&self, password: String, kept: Option<String>) -> bool {
        let known = kept.is_some();
        let turn = self.turn(move |memory| matches(&password, kept.as_deref().unwrap_or(&NOBODYS), memory));
        turn.await.flatten().unwrap_or(false) && known
    }

    async fn turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Option<T> {
        let _turn = self.turns.acquire().await.ok()?;
        let shared = Arc::clone(&self.memory);
        let turn = tokio::task::spawn_blocking(move || {
            let free = || shared.lock().unwrap_or_else(PoisonError::into_inner);
            let mut memory = free().pop().unwrap_or_default();
            let done = work(&mut memory);
            free().push(memory);
            done
        });
        turn.await.ok()
    }
}

/// A hash that no password matches, so that an unknown account costs as long as a known one.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hash("", &mut Memory::new()).unwrap_or_default());

/// Makes a hash with a random salt.
fn hash(password: &str, memory: &mut Memory) -> Option<String> {
    let params = Params::new(19 * 1024, 2, 1, None).ok()?;
    let mut hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).ok()?,
        salt: Some(Salt::generate()),
        hash: None,
    };
    hash.hash = output(password, &hash, memory);
    hash.hash.is_some().then(|| hash.to_string())
}

/// Whether the password has this hash; none when that is no hash.
fn matches(password: &str, kept: &str, memory: &mut Memory) -> Option<bool> {
    let kept = PasswordHash::new(kept).ok()?;
    // Outputs compare in a time that does not depend on where they differ.
    Some(output(password, &kept, memory)? == kept.hash?)
}

/// What the password comes to under the algorithm, parameters and salt of a hash.
fn output(password: &str, of: &PasswordHash, memory: &mut Memory) -> Option<Output> {
    let algorithm = Algorithm::try_from(of.algorithm.as_str()).ok()?;
    let version = of
        .version
        .map_or(Ok(Version::default()), Version::try_from)
        .ok()?;
    let params = Params::try_from(of).ok()?;
    memory.resize(params.block_count(), Block::new());
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(password.as_bytes(), of.salt.as_ref()?, &mut out, memory)
        .ok()?;
    Output::new(&out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by argon2 as of 0.6, through its own interface, for `a password of mine`.
    fn earlier() -> String {
        use argon2::PasswordHasher as _;
        let params = Params::new(8 * 1024, 1, 1, None).unwrap();
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password(b"a password of mine").unwrap().to_string()
    }

    #[tokio::test]
    async fn only_the_password_itself_matches() {
        let passwords = Passwords::default();
        let kept = passwords.hash("a password of mine".to_owned()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(
            passwords.hash("a password of mine".to_owned()).await.unwrap(),
            kept,
            "salted"
        );
        for kept in [kept, earlier()] {
            let verify = |password: &str| passwords.verify(password.to_owned(), Some(kept.clone()));
            assert!(verify("a password of mine").await);
            assert!(!verify("a password of mins").await);
            assert!(!verify("").await);
        }
        assert!(!passwords.verify(String::new(), None).await);
        assert!(!passwords.verify(String::new(), Some("no hash".to_owned())).await);
    }

    #[tokio::test]
    async fn memory_is_used_again() {
        let passwords = Passwords::default();
        for _ in 0..3 {
            passwords.verify("x".to_owned(), None).await;
        }
        assert_eq!(passwords.memory.lock().unwrap().len(), 1);
    }
}
