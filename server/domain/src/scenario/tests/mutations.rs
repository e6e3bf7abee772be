//! One mistake made in a scenario that has none: the checker names just that mistake, and nothing is published.

use super::{EXAMPLE, SMALL, check, sound};
use crate::content::problem::Severity;
use proptest::prelude::*;

/// A slip of an author: what is replaced, at one of the places where it stands, and the error it is.
type Slip = (&'static str, &'static str, &'static str);

const SLIPS: [Slip; 12] = [
    ("](#", "](#nowhere-", "unknown-target"),
    ("to: #", "to: #nowhere-", "unknown-target"),
    ("`empathy +", "`sympathy-and +", "undeclared"),
    ("`care +", "`carefulness +", "undeclared"),
    ("`if anger ", "`if fury-of-all ", "undeclared"),
    ("max: 2 }", "max: 9 }", "max-not-reached"),
    ("max: 3 }", "max: 1 }", "max-exceeded"),
    ("**End:** ", "Ende: ", "no-way-out"),
    ("](#thanks)", "]", "choice-without-link"),
    ("→ 100 pass", "→ 99 pass", "test-failed"),
    ("→ fail", "→ pass", "test-failed"),
    ("start: open", "start: opening-hours", "unknown-target"),
];

/// The text with the so-manieth occurrence replaced; none when it does not occur.
fn slipped(text: &str, (old, new, _): Slip, pick: usize) -> Option<String> {
    let places: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
    let at = *places.get(pick.checked_rem(places.len())?)?;
    let (before, rest) = text.split_at(at);
    Some(format!("{before}{new}{}", &rest[old.len()..]))
}

#[test]
fn the_texts_have_no_mistake_and_every_slip_has_a_place() {
    sound(EXAMPLE);
    sound(SMALL);
    for slip in SLIPS {
        assert!(
            [EXAMPLE, SMALL]
                .iter()
                .any(|text| slipped(text, slip, 0).is_some()),
            "{slip:?}"
        );
    }
}

proptest! {
    #[test]
    fn a_slip_is_named_and_stops_publishing(slip in prop::sample::select(&SLIPS[..]), pick in 0..50_usize, which in any::<bool>()) {
        let text = if which { EXAMPLE } else { SMALL };
        let Some(slipped) = slipped(text, slip, pick) else { return Ok(()) };
        let (_, problems) = check(&slipped);
        let errors: Vec<_> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.code)
            .collect();
        prop_assert!(errors.contains(&slip.2), "{slip:?}: {errors:?}\n{slipped}");
    }

    #[test]
    fn a_node_that_nothing_leads_to_is_named_wherever_it_stands(pick in 0..50_usize) {
        let places: Vec<usize> = EXAMPLE.match_indices("\n## ").map(|(at, _)| at).collect();
        let at = places[pick % places.len()];
        let text = format!("{}\n## lonely-place\n\n**End:** pass\n{}", &EXAMPLE[..at], &EXAMPLE[at..]);
        let (_, problems) = check(&text);
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        prop_assert_eq!(codes, ["unreachable"]);
    }
}
