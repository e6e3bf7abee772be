//! Who waits for approval, and who went live lately.

mod live;
mod overview;
mod waiting;

pub(crate) use overview::Approvals;
