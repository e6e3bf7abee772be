//! The few interactive parts: the only UI code the browser downloads.
//!
//! Every island is a page part that already works without scripts and becomes quicker with them. Islands get
//! their texts as props, because the language files stay in the server.

mod post;
mod theme_switch;

pub use theme_switch::{ThemeSwitch, ThemeSwitchProps, ThemeTexts};
