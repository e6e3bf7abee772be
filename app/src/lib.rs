//! The pages, forms and islands of Shanggang.
//!
//! Two builds of one crate. In the server (feature `ssr`) everything here renders; in the browser (feature
//! `hydrate`) only `islands`, the callers of `actions`, and `ui` exist. This file holds the crate's only
//! `#[cfg(feature)]`s: what belongs to the server alone is a module gated here, never a line gated elsewhere.
// Views are types, and a page nests them deeply.
#![recursion_limit = "256"]
#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its props, whether it uses them up or not"
)]
#![expect(
    unreachable_pub,
    reason = "leptos's macros make a second public function beside each component"
)]

pub mod actions;
pub mod islands;
pub mod theme;
pub mod ui;

#[cfg(feature = "ssr")]
mod calibration;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
mod gate_view;
#[cfg(feature = "ssr")]
pub mod go_live;
#[cfg(feature = "ssr")]
pub mod learn;
#[cfg(feature = "ssr")]
pub mod libraries;
#[cfg(feature = "ssr")]
pub mod missed;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod play;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
pub mod quiz;
#[cfg(feature = "ssr")]
mod rating;
#[cfg(feature = "ssr")]
mod recruiting;
#[cfg(feature = "ssr")]
pub mod refusal;
#[cfg(feature = "ssr")]
pub mod reports;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod sign_in;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
mod staff;
#[cfg(feature = "ssr")]
pub mod texts;
#[cfg(feature = "ssr")]
pub mod visitor;
