//! The few interactive parts: the only UI code the browser downloads.
//!
//! Every island is a page part that already works without scripts and becomes quicker with them. Islands get
//! their texts as props, because the language files stay in the server.

mod copy;
mod lesson;
mod lesson_wait;
mod play_clock;
mod post;
mod quiz;
mod sheet_clock;
mod sheet_keeper;

pub use copy::{Copy, CopyProps, CopyTexts};
pub use lesson::{LessonReader, LessonReaderProps};
pub use lesson_wait::{LessonWait, LessonWaitProps, LessonWaitTexts};
pub use play_clock::{PLAY_ANSWER, PLAY_TIME_OUT, PlayClock, PlayClockProps, PlayClockTexts};
pub use quiz::{AnswerKeeper, AnswerKeeperProps, KeeperTexts};
pub use sheet_clock::{SheetClock, SheetClockProps};
pub use sheet_keeper::{Keeping, KeepingTexts, SHEET_ITEM, SheetKeeper, SheetKeeperProps};
