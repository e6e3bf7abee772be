//! In which order the questions of an attempt are answered.

/// In which order the questions of an attempt are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Navigation {
    /// In any, and as often as one likes.
    #[default]
    Free,
    /// One after the other: what was passed is not seen again, and what comes is not seen before its turn.
    Sequential,
}

impl Navigation {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Free, Self::Sequential];

    /// The word content uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Sequential => "sequential",
        }
    }

    /// Where an attempt begins: at its first question, or nowhere in particular.
    #[must_use]
    pub fn begin(self) -> Option<usize> {
        (self == Self::Sequential).then_some(0)
    }
}

/// Why nothing happens to a question now. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfTurn {
    /// It was passed, and there is no way back.
    #[error("question {} was passed", position + 1)]
    Passed {
        /// Its place.
        position: usize,
    },
    /// The attempt has not come to it.
    #[error("the attempt has not come to question {}", position + 1)]
    Ahead {
        /// Its place.
        position: usize,
    },
}

/// Whether it is this question's turn, in an attempt that has `reached` a question; none where one goes freely.
///
/// # Errors
/// Why it is not.
pub fn turn(reached: Option<usize>, position: usize) -> Result<(), OutOfTurn> {
    match reached {
        Some(reached) if position < reached => Err(OutOfTurn::Passed { position }),
        Some(reached) if position > reached => Err(OutOfTurn::Ahead { position }),
        _ => Ok(()),
    }
}

/// Whether an answer to this question is to be kept. One that was passed takes none any more; the very answer it holds,
/// sent once more, is no change, and so no mistake of whoever sent it.
///
/// # Errors
/// Why it may not be given.
pub fn takes(reached: Option<usize>, position: usize, is_same: bool) -> Result<bool, OutOfTurn> {
    match turn(reached, position) {
        Ok(()) => Ok(true),
        Err(OutOfTurn::Passed { .. }) if is_same => Ok(false),
        Err(wrong) => Err(wrong),
    }
}

/// What an attempt of `count` questions has reached once this question was left. One that was left before is not left
/// again, so a step sent twice skips nothing; behind the last there is nothing, and handing in ends the attempt.
///
/// # Errors
/// [`OutOfTurn::Ahead`] for a question the attempt has not come to.
pub fn leave(reached: Option<usize>, from: usize, count: usize) -> Result<Option<usize>, OutOfTurn> {
    match turn(reached, from) {
        Ok(()) => Ok(reached.map(|reached| (reached + 1).min(count.saturating_sub(1)))),
        Err(OutOfTurn::Passed { .. }) => Ok(reached),
        Err(wrong) => Err(wrong),
    }
}
