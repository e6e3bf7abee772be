use domain::{
    scenario::{Scenario, pace::Pace},
    score::Milli,
};

use crate::{t, texts::Texts};

/// Whether any answer of a scenario has a limit.
pub(super) fn timed(scenario: &Scenario) -> bool {
    scenario.nodes.iter().any(|node| node.within.is_some())
}

/// How much more time than others somebody has, in words; none for whoever was granted nothing.
pub(super) fn pace_word(texts: Texts, pace: Pace) -> Option<String> {
    match pace {
        _ if pace.is_normal() => None,
        Pace::Factor(factor) => {
            let times = Milli(factor.into()).to_string();
            Some(t!(texts, "play-pace-factor", n = times))
        }
        Pace::Unlimited => Some(t!(texts, "play-pace-unlimited")),
    }
}
