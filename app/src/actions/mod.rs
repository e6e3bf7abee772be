//! What a form or an island can do: one server function per file, all under `/do`.
//!
//! An action obtains its actor, loads, lets the domain decide, and writes through the store. Each has an
//! explicit `endpoint`, because the path is part of the page and must not change with the code.

mod accept_invitation;
mod acknowledge;
mod answer_check;
mod change_password;
mod complete_lesson;
mod hand_in;
mod save_answers;
mod set_language;
mod set_theme;
mod sign_in;
mod sign_out;
mod start_attempt;

pub use accept_invitation::{AcceptInvitation, accept_invitation};
pub use acknowledge::{Acknowledge, acknowledge};
pub use answer_check::{AnswerCheck, answer_check};
pub use change_password::{ChangePassword, change_password};
pub use complete_lesson::{CompleteLesson, complete_lesson};
pub use hand_in::{HandIn, hand_in};
pub use save_answers::{SaveAnswers, Saved, save_answers};
pub use set_language::{SetLanguage, set_language};
pub use set_theme::{SetTheme, set_theme};
pub use sign_in::{SignIn, sign_in};
pub use sign_out::{SignOut, sign_out};
pub use start_attempt::{StartAttempt, start_attempt};
