//! The browser side of Shanggang: brings the islands of a page to life. Built by `cargo xtask bundle`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

// One island named here keeps all of them: without a use of the crate the linker drops every island.
pub use app::islands::AnswerKeeper;

/// Called by the page's hydration script before it hydrates each island.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
