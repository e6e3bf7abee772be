//! Scenarios: role-plays as graphs, proved before they are published, played by a pure engine.

pub mod model;
pub mod play;
pub mod score;
pub mod state;

pub use model::*;
