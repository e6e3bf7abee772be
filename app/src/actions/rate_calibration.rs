use leptos::prelude::*;

/// Keeps one's own levels (`level0`, `level1` and so on) for one answer of a calibration.
///
/// # Errors
/// Only those of the transport.
#[server(prefix = "/do", endpoint = "rate-calibration")]
pub async fn rate_calibration(
    /// The calibration.
    calibration: String,
    /// The answer's place in it, from 0.
    item: u32,
) -> Result<(), ServerFnError> {
    crate::forms::run(async |act| crate::calibration::rate(&act, calibration, item as usize).await).await
}
