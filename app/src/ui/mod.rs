//! Components that draw what they are given: no fetching, no state, usable in pages and islands alike.

mod crumbs;
mod empty;
mod field;
mod icon;
mod lamp;
mod page_head;
mod remark;
mod requirement;
mod scroll;
mod select;
mod table;

pub use crumbs::{CrumbTrail, CrumbTrailProps, Crumbs};
pub use empty::{Empty, EmptyProps};
pub use field::{Field, FieldProps};
pub use icon::{Icon, IconProps, Mark, Picture};
pub use lamp::{Lamp, LampProps};
pub use page_head::{PageHead, PageHeadProps};
pub use remark::{Remark, RemarkProps};
pub use requirement::{RequirementRow, RequirementRowProps, StateShape, StateShapeProps};
pub use scroll::{Scroll, ScrollProps};
pub use select::{Select, SelectProps};
pub use table::{Column, Row, Table, TableProps};
