//! What every answer passes through.

pub(crate) mod forms;
pub(crate) mod request_log;
pub(crate) mod scripts;
pub(crate) mod security_headers;
pub(crate) mod visitor;
