use leptos::prelude::*;

use crate::{pages::recruiting, refusal::Refusal, visitor::Visitor};

/// What a recruiter sees: today's interviews, and own sheets still open.
pub(super) async fn section(visitor: &Visitor) -> Result<AnyView, Refusal> {
    recruiting::today(visitor, &visitor.recruiter()?).await
}
