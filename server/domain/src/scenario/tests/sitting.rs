//! One sitting: silences, what ran out in them, and how long a play waits.

use super::super::pace::{Pace, SLOWEST};
use super::super::play::{Mode, Play};
use super::super::sitting::{Interruption, PATIENCE, Shown, patience};
use super::{EXAMPLE, at, sound};
use proptest::prelude::*;

/// A node shown since the first second, whose time is up after so many.
fn shown(deadline: i64) -> Option<Shown> {
    Some(Shown {
        since: at(1),
        deadline: at(deadline),
    })
}

#[test]
fn a_minute_is_no_interruption_and_a_second_more_is() {
    assert_eq!(
        Interruption::between(None, at(9999), 0, None),
        None,
        "no signs, no silence"
    );
    assert_eq!(Interruption::between(Some(at(0)), at(60), 0, None), None);
    let silence = Interruption::between(Some(at(0)), at(61), 3, None).unwrap();
    assert_eq!((silence.after, silence.seconds()), (3, 61));
    assert_eq!(
        Interruption::between(Some(at(100)), at(0), 0, shown(50)),
        None,
        "a clock set back"
    );
}

#[test]
fn a_short_one_counts_when_a_time_ran_out_and_the_page_was_cut_off() {
    let silence = |lost| Interruption::between(Some(at(20)), at(33), 1, lost);
    assert_eq!(silence(None), None, "nobody says that it was lost");
    assert_eq!(silence(shown(30)).map(|silence| silence.seconds()), Some(13));
    assert_eq!(silence(shown(19)), None, "it had run out before");
    assert_eq!(silence(shown(33)), None, "there was time left");
    let unheard = Interruption::between(None, at(33), 1, shown(30)).map(|silence| silence.seconds());
    assert_eq!(unheard, Some(32), "cut off before its first sign");
}

#[test]
fn it_says_whether_a_time_ran_out() {
    let scenario = sound(EXAMPLE);
    let play = Play::begin(&scenario, Mode::Assessed, at(0));
    let silence = |from, until| Interruption {
        after: 0,
        from: at(from),
        until: at(until),
    };
    assert!(silence(5, 100).ran_out(&scenario, &play));
    assert!(!silence(31, 100).ran_out(&scenario, &play), "before it");
    assert!(!silence(5, 30).ran_out(&scenario, &play), "there was time left");
    let slower = play.at_pace(Pace::Unlimited);
    assert!(!silence(5, 100).ran_out(&scenario, &slower));
}

proptest! {
    #[test]
    fn whoever_has_more_time_is_waited_for_longer(one in 1000..=SLOWEST, two in 1000..=SLOWEST) {
        let (one, two) = (one.min(two), one.max(two));
        let [short, long, all] = [Pace::Factor(one), Pace::Factor(two), Pace::Unlimited].map(patience);
        prop_assert!(PATIENCE <= short && short <= long && long <= all);
    }
}
