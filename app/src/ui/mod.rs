//! Components that draw what they are given: no fetching, no state, usable in pages and islands alike.

mod page_head;

pub use page_head::{PageHead, PageHeadProps};
