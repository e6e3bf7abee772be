//! Calibrations: making one, rating its answers, and how far the raters agree.

mod list;
mod new;
mod rate;
mod results;
mod show;

pub(crate) use list::Calibrations;
pub(crate) use new::NewCalibration;
pub(crate) use show::Calibration;
