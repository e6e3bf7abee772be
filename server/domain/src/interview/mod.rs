//! Interview kits: items with anchors, read from content; and the total that several raters' ratings make.

pub mod model;
pub mod score;

pub use model::*;
