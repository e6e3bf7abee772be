//! What several queries about ratings say alike.

/// Whether the account `t` belongs to a trainer.
macro_rules! is_trainer {
    () => {
        "',' || t.access || ',' LIKE '%,trainer,%'"
    };
}

/// Whether the account `t` may rate at all: not its own work, and nothing twice, is for the query to say.
macro_rules! may_rate {
    () => {
        concat!("t.disabled IS NULL AND ", $crate::ratings::is_trainer!())
    };
}

/// Whether there is something to rate in the reply `e`: its text was not erased, or its recording not deleted.
macro_rules! is_there {
    () => {
        "(e.text <> '' OR EXISTS (SELECT 1 FROM recording s WHERE s.id = e.recording AND s.deleted IS NULL))"
    };
}

pub(crate) use {is_there, is_trainer, may_rate};
