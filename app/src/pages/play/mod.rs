//! Role-plays: what a scenario is about, a play as it goes on, its result.

mod begin;
mod dispute;
mod foot;
mod given_up;
mod hint;
mod lines;
mod link;
mod look;
mod note;
mod pace;
mod reply;
mod result;
mod scenario;
mod scenario_past;
mod show;
mod speak;
mod stage;
mod tools;

pub(crate) use lines::bubble;
pub(crate) use scenario::Scenario;
pub(crate) use show::Play;
