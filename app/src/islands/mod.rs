//! The few interactive parts: the only UI code the browser downloads.
//!
//! Every island is a page part that already works without scripts and becomes quicker with them. Islands get
//! their texts as props, because the language files stay in the server.

mod copy;
mod play_clock;
mod post;
mod quiz;
mod search_key;

pub use copy::{Copy, CopyProps, CopyTexts};
pub use play_clock::{PLAY_ANSWER, PLAY_TIME_OUT, PlayClock, PlayClockProps, PlayClockTexts};
pub use quiz::{AnswerKeeper, AnswerKeeperProps, KeeperTexts};
pub use search_key::{SEARCH, SearchKey, SearchKeyProps};
