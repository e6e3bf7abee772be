use leptos::prelude::*;

/// Ends a calibration.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "close-calibration")]
pub async fn close_calibration(
    /// The calibration.
    calibration: String,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::calibration::close(&act, calibration).await).await
}
