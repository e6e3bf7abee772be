use domain::calibration::{Agreement, NoFigures, agreement};
use store::calibrations::Calibration;

use super::Task;

/// How far raters agree on one criterion.
pub(crate) struct Figures {
    /// The criterion's title.
    pub(crate) title: String,
    /// The figures, or why there are none.
    pub(crate) agreement: Result<Agreement, NoFigures>,
}

/// The figures of a calibration, one set for each criterion, over all who rated everything.
pub(crate) fn figures(calibration: &Calibration, task: &Task) -> Vec<Figures> {
    let rows = |criterion: usize| -> Vec<Vec<u32>> {
        let row = |item: usize| {
            let given = calibration.raters.iter().map(move |rater| rater.levels.get(item));
            given
                .filter_map(|levels| levels?.get(criterion).copied())
                .collect()
        };
        (0..calibration.items.len()).map(row).collect()
    };
    let criteria = task.criteria.iter().enumerate();
    criteria
        .map(|(at, criterion)| Figures {
            title: criterion.title.clone(),
            agreement: agreement(&rows(at)),
        })
        .collect()
}
