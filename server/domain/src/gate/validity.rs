//! Whether one certificate is worth its paper at a moment.

use super::history::History;
use crate::evidence::{Entry, Fact, Permit};
use crate::time::Moment;

/// How it stands with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Validity {
    /// It holds.
    Valid,
    /// Its validity is over, the grace behind it is not: it holds, and must be renewed.
    Grace,
    /// Its time is over.
    Expired,
    /// The live status was withdrawn, the person left, or the certificate was voided.
    Withdrawn,
}

impl Validity {
    /// Whether whoever holds it may serve customers.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Valid | Self::Grace)
    }
}

/// A certificate and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its number.
    pub number: String,
    /// The role.
    pub role: String,
    /// What it permits.
    pub permits: Permit,
    /// When it was given.
    pub given: Moment,
    /// The end of its validity; none when it has no end.
    pub until: Option<Moment>,
    /// The end of the grace behind it.
    pub ends: Option<Moment>,
    /// How it stands.
    pub validity: Validity,
}

/// Every certificate among one person's entries that was given by `now`, oldest first.
#[must_use]
pub fn certificates(entries: &[Entry], now: Moment) -> Vec<Issued> {
    let history = History::at(entries, now);
    let known = entries.iter().filter(|entry| entry.recorded <= now);
    let mut issued: Vec<Issued> = known.filter_map(|entry| issued(&history, entry, now)).collect();
    issued.sort_by_key(|certificate| certificate.given);
    issued
}

fn issued(history: &History<'_>, entry: &Entry, now: Moment) -> Option<Issued> {
    let Fact::Certified {
        role,
        permits,
        number,
        until,
        ends,
    } = &entry.fact
    else {
        return None;
    };
    let ended = |fact: &Fact| match fact {
        Fact::Withdrawn { role: of } => of == role,
        Fact::Left => true,
        _ => false,
    };
    let voided = !history.iter().any(|known| known.id == entry.id);
    // Of one moment, the withdrawal comes after the certificate: the careful order.
    let withdrawn = history.last(ended).is_some_and(|at| at >= entry.recorded);
    let over = |end: Option<Moment>| end.is_some_and(|end| end <= now);
    let validity = if voided || withdrawn {
        Validity::Withdrawn
    } else if over(*ends) {
        Validity::Expired
    } else if over(*until) {
        Validity::Grace
    } else {
        Validity::Valid
    };
    Some(Issued {
        number: number.clone(),
        role: role.clone(),
        permits: *permits,
        given: entry.recorded,
        until: *until,
        ends: *ends,
        validity,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000_000;

    fn entry(id: &str, day: i64, fact: Fact) -> Entry {
        Entry {
            id: id.to_owned(),
            person: Some("p".to_owned()),
            actor: None,
            happened: Moment(day * DAY),
            recorded: Moment(day * DAY),
            fact,
            text: None,
        }
    }

    fn certified(id: &str, day: i64) -> Entry {
        let fact = Fact::Certified {
            role: "agent".to_owned(),
            permits: Permit::Live,
            number: format!("SG-{id}"),
            until: Some(Moment((day + 10) * DAY)),
            ends: Some(Moment((day + 12) * DAY)),
        };
        entry(id, day, fact)
    }

    fn validity(entries: &[Entry], day: i64) -> Vec<Validity> {
        let all = certificates(entries, Moment(day * DAY));
        all.iter().map(|certificate| certificate.validity).collect()
    }

    #[test]
    fn time_ends_a_certificate_after_its_grace() {
        let entries = [certified("a", 1)];
        assert_eq!(validity(&entries, 0), []);
        assert_eq!(validity(&entries, 1), [Validity::Valid]);
        assert_eq!(validity(&entries, 11), [Validity::Grace]);
        assert_eq!(validity(&entries, 13), [Validity::Expired]);
        assert!(Validity::Grace.holds() && !Validity::Expired.holds());
    }

    #[test]
    fn withdrawing_leaving_and_voiding_end_it_at_once() {
        let role = |role: &str| Fact::Withdrawn {
            role: role.to_owned(),
        };
        let void = Fact::Voided {
            entry: "a".to_owned(),
        };
        for fact in [role("agent"), Fact::Left, void] {
            let entries = [certified("a", 1), entry("b", 1, fact), certified("c", 2)];
            assert_eq!(validity(&entries, 3), [Validity::Withdrawn, Validity::Valid]);
        }
        let other = [certified("a", 1), entry("b", 2, role("other"))];
        assert_eq!(validity(&other, 3), [Validity::Valid]);
    }
}
