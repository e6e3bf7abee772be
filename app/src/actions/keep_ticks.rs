use leptos::prelude::*;

use super::Kept;

/// Keeps what is seen of a group while it is ticked, as [`super::keep_rating`] keeps an item.
///
/// # Errors
/// When the database fails: to be tried again.
#[server(prefix = "/do", endpoint = "keep-ticks")]
pub async fn keep_ticks(
    /// The interview whose sheet the group was opened from.
    interview: String,
) -> Result<Kept, ServerFnError> {
    use crate::{forms::Posted, visitor::Visitor};
    let posted =
        use_context::<http::request::Parts>().and_then(|request| request.extensions.get::<Posted>().cloned());
    let (Some(visitor), Some(posted)) = (Visitor::current(), posted) else {
        return Err(ServerFnError::ServerError("keeping outside a request".to_owned()));
    };
    crate::recruiting::keep_ticks(&visitor, &posted, interview)
        .await
        .map_err(|refusal| ServerFnError::ServerError(refusal.to_string()))
}
