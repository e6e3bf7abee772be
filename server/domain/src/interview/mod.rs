//! Interview kits: items with anchors, read from content; and the total that several raters' ratings make.

mod chips;
pub mod faults;
pub mod model;
mod read;
pub mod score;
#[cfg(test)]
mod tests;

pub use model::*;
pub use read::{read, translate};
