//! How long it takes to read and prove a role-play, by its size; in this process, as `shanggang check` does it.

use domain::content::check;

use crate::{Outcome, content, report::Report, stopwatch::Stopwatch};

/// How many nodes: six values of one variable make six states of each.
const SIZES: [usize; 3] = [500, 1000, 2000];

/// What the largest may take, in milliseconds.
const AT_MOST: f64 = 1000.0;

pub(crate) fn play(report: &mut Report) -> Outcome {
    let mut took = 0.0;
    for nodes in SIZES {
        let files = content::scenario_files(nodes);
        let watch = Stopwatch::start();
        let checked = check(&files);
        took = watch.elapsed().as_secs_f64() * 1000.0;
        if checked.library.is_none() {
            return Err(format!("the scenario of {nodes} nodes has errors").into());
        }
        report.proved(nodes, took);
    }
    if took >= AT_MOST {
        return Err(format!("the largest scenario took {took:.0} ms, not under {AT_MOST:.0}").into());
    }
    Ok(())
}
