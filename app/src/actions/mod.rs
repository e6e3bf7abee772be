//! What a form or an island can do: one server function per file, all under `/do`.
//!
//! An action obtains its actor, loads, lets the domain decide, and writes through the store. Each has an
//! explicit `endpoint`, because the path is part of the page and must not change with the code.

mod accept_invitation;
mod acknowledge;
mod add_account;
mod add_team;
mod add_token;
mod answer_check;
mod approve;
mod assign_role;
mod change_password;
mod complete_lesson;
mod hand_in;
mod save_answers;
mod decline;
mod disable_account;
mod enable_account;
mod invite_account;
mod lead_team;
mod move_person;
mod publish;
mod revoke_token;
mod set_access;
mod set_language;
mod set_theme;
mod sign_in;
mod sign_item;
mod sign_out;
mod start_attempt;
mod withdraw;

pub use accept_invitation::{AcceptInvitation, accept_invitation};
pub use acknowledge::{Acknowledge, acknowledge};
pub use add_account::{AddAccount, add_account};
pub use add_team::{AddTeam, add_team};
pub use add_token::{AddToken, add_token};
pub use answer_check::{AnswerCheck, answer_check};
pub use approve::{Approve, approve};
pub use assign_role::{AssignRole, assign_role};
pub use change_password::{ChangePassword, change_password};
pub use complete_lesson::{CompleteLesson, complete_lesson};
pub use hand_in::{HandIn, hand_in};
pub use save_answers::{SaveAnswers, Saved, save_answers};
pub use decline::{Decline, decline};
pub use disable_account::{DisableAccount, disable_account};
pub use enable_account::{EnableAccount, enable_account};
pub use invite_account::{InviteAccount, invite_account};
pub use lead_team::{LeadTeam, lead_team};
pub use move_person::{MovePerson, move_person};
pub use publish::{Publish, publish};
pub use revoke_token::{RevokeToken, revoke_token};
pub use set_access::{SetAccess, set_access};
pub use set_language::{SetLanguage, set_language};
pub use set_theme::{SetTheme, set_theme};
pub use sign_in::{SignIn, sign_in};
pub use sign_item::{SignItem, sign_item};
pub use sign_out::{SignOut, sign_out};
pub use start_attempt::{StartAttempt, start_attempt};
pub use withdraw::{Withdraw, withdraw};
