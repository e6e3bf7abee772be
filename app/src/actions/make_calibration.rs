use leptos::prelude::*;

/// Makes a set of answers that all raters rate: those ticked (`answer`) and those `written`.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "make-calibration")]
pub async fn make_calibration(
    /// What it is called.
    title: String,
    /// What the answers answer, as the page's address says it.
    subject: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::calibration::make(&act, &title, &subject).await).await
}
