//! The pages of administrators: accounts, teams, tokens.

mod account;
mod accounts;
mod add;
mod boxes;
mod head;
mod teams;
mod tokens;

pub(crate) use account::AccountPage;
pub(crate) use accounts::Accounts;
pub(crate) use add::AddAccountPage;
pub(crate) use teams::Teams;
pub(crate) use tokens::Tokens;
