use store::StoreError;

use crate::{refusal::Refusal, t, texts::Texts};

/// What a conflict in the store says to whoever sent the form.
pub(crate) fn refused(texts: Texts, error: StoreError) -> Refusal {
    match error {
        StoreError::NotFound(_) => Refusal::NotFound,
        StoreError::DuplicateLogin => Refusal::field("login", t!(texts, "admin-login-taken")),
        StoreError::BadLogin => Refusal::field("login", t!(texts, "admin-login-bad")),
        StoreError::DuplicateTeam => Refusal::field("name", t!(texts, "admin-team-taken")),
        StoreError::DuplicateToken => Refusal::field("name", t!(texts, "admin-token-taken")),
        StoreError::LastAdmin => Refusal::Cannot(t!(texts, "admin-last")),
        StoreError::OwnWork => Refusal::Cannot(t!(texts, "staff-own-work")),
        StoreError::NoReason => Refusal::field("reason", t!(texts, "staff-reason-missing")),
        other => Refusal::Store(other),
    }
}
