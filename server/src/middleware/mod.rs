//! What every answer passes through.

pub(crate) mod request_log;
pub(crate) mod security_headers;
