//! The frame around every page: top bar, navigation, flash, and what stands there when a page is refused.

mod bars;
mod crumbs;
mod nav;
mod page;
mod refused;

pub(crate) use crumbs::crumbs;
pub(crate) use page::{Page, page};
