//! The few interactive parts: the only code the browser downloads.
//!
//! The server draws everything, and every page works as it was drawn. An island adds behaviour to a part of it: it has
//! no props and draws nothing, finds its part by id, and reads what it must know, its words among it, from `data-`
//! attributes there. So the browser needs no view code, no serialisation and no texts, which would be most of
//! the download.

mod browser;
mod copy;
mod lesson;
mod moment_now;
mod one_tab;
mod play;
mod play_recorder;
mod post;
mod quiz;
mod read_aloud;
mod sheet_clock;
mod sheet_keeper;

pub use copy::Copy;
pub use lesson::LessonReader;
pub use moment_now::MomentNow;
pub use play::{PLAY_ANSWER, PLAY_CHOICES, PLAY_TIME_OUT, PlayKeeper};
pub use play_recorder::{PlayRecorder, SPEAK, SPEAK_FORM};
pub use quiz::AnswerKeeper;
pub use read_aloud::ReadAloud;
pub use sheet_clock::SheetClock;
pub use sheet_keeper::{SHEET_ITEM, SheetKeeper};
