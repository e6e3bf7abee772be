//! In which capacity somebody attests.

/// Runs `$body` with `$by` bound to the capability of this access.
///
/// The store takes the capability itself, so that each has code of its own; a learner attests nothing.
macro_rules! attesting {
    ($visitor:expr, $access:expr, |$by:ident| $body:expr) => {
        match $access {
            ::domain::access::Access::Trainer => {
                let $by = $visitor.trainer()?;
                $body
            }
            ::domain::access::Access::Recruiter => {
                let $by = $visitor.recruiter()?;
                $body
            }
            ::domain::access::Access::Supervisor => {
                let $by = $visitor.supervisor()?;
                $body
            }
            ::domain::access::Access::Admin => {
                let $by = $visitor.admin()?;
                $body
            }
            ::domain::access::Access::Learner => return Err($crate::refusal::Refusal::Forbidden),
        }
    };
}
pub(crate) use attesting;
