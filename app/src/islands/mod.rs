//! The few interactive parts: the only UI code the browser downloads.
//!
//! Every island is a page part that already works without scripts and becomes quicker with them. Islands get
//! their texts as props, because the language files stay in the server.

mod answer_keeper;
mod play_clock;
mod post;
mod quiz_form;

pub use answer_keeper::{AnswerKeeper, AnswerKeeperProps, KeeperTexts};
pub use play_clock::{PLAY_ANSWER, PLAY_TIME_OUT, PlayClock, PlayClockProps, PlayClockTexts};
