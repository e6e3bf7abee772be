//! The chips of an item.

use super::faults::KitFault;
use super::model::{Answer, Kind, Observe, Side, Threshold};
use crate::content::doc::{Doc, Reading};
use crate::content::faults::{BodyFault, hint};
use crate::content::front::At;
use crate::content::problem::nearest;
use crate::content::sections::unknown_chip;
use crate::content::source::Span;
use crate::content::values::Period;
use crate::score::Milli;
use std::mem::discriminant;

/// What the chips of an item say.
#[derive(Debug, Default)]
pub(super) struct Chips {
    /// What the item is, when it could be read.
    pub(super) kind: Option<Kind>,
    pub(super) rates: Vec<usize>,
    pub(super) group: bool,
    pub(super) seconds: Option<u32>,
    pub(super) pieces: Option<u32>,
    pub(super) observe: Option<Observe>,
    /// Competencies that chips with a mistake probably mean.
    pub(super) meant: Vec<usize>,
}

/// The words chips begin with.
const KNOWN: [&str; 10] = [
    "question",
    "task",
    "simulation",
    "fact",
    "measure",
    "rates",
    "group",
    "observe",
    "date",
    "threshold",
];

/// What one chip says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Kind(Kind),
    Date,
    Threshold(Threshold),
    Rates(Vec<String>),
    Group,
    Time(u32),
    Pieces(u32),
    Observe(Observe),
}

/// Why a chip cannot be read.
enum Unread {
    Unknown,
    /// What to write instead, in English and Chinese.
    Malformed(&'static str, &'static str),
}

impl Chips {
    /// Reads the chips under the heading at `place`.
    pub(super) fn read(
        doc: &Doc<'_>,
        chips: &[At<String>],
        place: &Span,
        competencies: &[String],
        reading: &mut Reading<'_>,
    ) -> Self {
        let mut said: Vec<(&At<String>, Said)> = Vec::new();
        let mut all_read = true;
        for chip in chips {
            match parse(&chip.value) {
                Ok(new) => match said
                    .iter()
                    .find(|(_, known)| discriminant(known) == discriminant(&new))
                {
                    Some((_, Said::Kind(known))) if Said::Kind(known.clone()) != new => {
                        reading.report(doc, chip.span.clone(), &KitFault::TwoKinds {});
                    }
                    Some(_) => {
                        let fault = BodyFault::DuplicateChip {
                            chip: chip.value.clone(),
                        };
                        reading.report(doc, chip.span.clone(), &fault);
                    }
                    None => said.push((chip, new)),
                },
                Err(unread) => {
                    all_read = false;
                    let problem = match unread {
                        Unread::Unknown => unknown_chip(doc.source, chip, &KNOWN),
                        Unread::Malformed(en, zh) => {
                            doc.source.problem(chip.span.clone(), &malformed(chip, en, zh))
                        }
                    };
                    reading.problems.push(problem);
                }
            }
        }
        let mut read = Self::default();
        read.kind = read.kind_of(doc, &said, reading);
        match &read.kind {
            None if all_read => reading.report(doc, place.clone(), &KitFault::NoKind {}),
            Some(Kind::Measure(threshold)) if all_read && threshold.unit.is_empty() => {
                reading.report(doc, place.clone(), &KitFault::NoThreshold {});
            }
            _ => {}
        }
        for (chip, said) in said {
            read.take(doc, chip, said, competencies, reading);
        }
        let rated = read.kind.as_ref().is_some_and(Kind::is_rated);
        if rated && all_read && read.rates.is_empty() && read.meant.is_empty() {
            reading.report(doc, place.clone(), &KitFault::RatesNothing {});
        }
        read
    }

    /// What the item is; reports chips that belong to another kind.
    fn kind_of(
        &self,
        doc: &Doc<'_>,
        said: &[(&At<String>, Said)],
        reading: &mut Reading<'_>,
    ) -> Option<Kind> {
        let mut kind = said.iter().find_map(|(_, said)| match said {
            Said::Kind(kind) => Some(kind.clone()),
            _ => None,
        })?;
        for (chip, said) in said {
            match (said, &mut kind) {
                (Said::Date, Kind::Fact(answer)) => *answer = Answer::Date,
                (Said::Threshold(said), Kind::Measure(threshold)) => *threshold = said.clone(),
                (Said::Date | Said::Threshold(_), _) => {
                    let others: Vec<&str> = KNOWN.into_iter().take(8).collect();
                    reading.problems.push(unknown_chip(doc.source, chip, &others));
                }
                (Said::Rates(_), Kind::Fact(_) | Kind::Measure(_)) => {
                    reading.report(
                        doc,
                        chip.span.clone(),
                        &KitFault::OnlyScreens {
                            chip: chip.value.clone(),
                        },
                    );
                }
                _ => {}
            }
        }
        Some(kind)
    }

    fn take(
        &mut self,
        doc: &Doc<'_>,
        chip: &At<String>,
        said: Said,
        competencies: &[String],
        reading: &mut Reading<'_>,
    ) {
        let known = || competencies.iter().map(String::as_str);
        match said {
            Said::Kind(_) | Said::Date | Said::Threshold(_) => {}
            Said::Group => self.group = true,
            Said::Time(seconds) => self.seconds = Some(seconds),
            Said::Pieces(pieces) => self.pieces = Some(pieces),
            Said::Observe(observe) => self.observe = Some(observe),
            Said::Rates(names) => {
                let screens = self.kind.as_ref().is_some_and(|kind| !kind.is_rated());
                for name in names {
                    match known().position(|id| id == name) {
                        Some(at) if screens => self.meant.push(at),
                        Some(at) if self.rates.contains(&at) => {
                            reading.report(doc, chip.span.clone(), &BodyFault::DuplicateChip { chip: name });
                        }
                        Some(at) => self.rates.push(at),
                        None => {
                            let near = nearest(&name, known());
                            self.meant
                                .extend(near.and_then(|near| known().position(|id| id == near)));
                            let (hint_en, hint_zh) = hint(&name, known());
                            let fault = KitFault::NoCompetency {
                                id: name,
                                hint_en,
                                hint_zh,
                            };
                            reading.report(doc, chip.span.clone(), &fault);
                        }
                    }
                }
            }
        }
    }
}

fn malformed(chip: &At<String>, en: &str, zh: &str) -> KitFault {
    KitFault::BadChip {
        chip: chip.value.clone(),
        want_en: en.to_owned(),
        want_zh: zh.to_owned(),
    }
}

fn parse(chip: &str) -> Result<Said, Unread> {
    let words: Vec<&str> = chip.split_whitespace().collect();
    match words.as_slice() {
        ["question"] => Ok(Said::Kind(Kind::Question)),
        ["task"] => Ok(Said::Kind(Kind::Task)),
        ["simulation"] => Ok(Said::Kind(Kind::Simulation)),
        ["fact"] => Ok(Said::Kind(Kind::Fact(Answer::YesNo))),
        // Until its chip is read, the threshold has no unit.
        ["measure"] => Ok(Said::Kind(Kind::Measure(Threshold {
            side: Side::AtLeast,
            number: Milli(0),
            unit: String::new(),
        }))),
        ["date"] => Ok(Said::Date),
        ["group"] => Ok(Said::Group),
        ["threshold", rest @ ..] => threshold(rest).map(Said::Threshold).ok_or(Unread::Malformed(
            "`threshold >= 40 wpm` or `threshold <= 3 errors`",
            "“threshold >= 40 wpm”或“threshold <= 3 errors”",
        )),
        [first, ..] if first.trim_end_matches(':') == "observe" => {
            observe(chip).map(Said::Observe).ok_or(Unread::Malformed(
                "`observe every 5min: steady, slowing`",
                "“observe every 5min: steady, slowing”",
            ))
        }
        [first, ..] if *first == "rates" || first.starts_with("rates:") => rates(chip)
            .map(Said::Rates)
            .ok_or(Unread::Malformed("`rates: patience`", "“rates: patience”")),
        [first, rest @ ..] if first.starts_with(|c: char| c.is_ascii_digit()) => {
            let malformed = Unread::Malformed(
                "a time such as `5min`, or `200 pieces`",
                "时间，例如“5min”，或“200 pieces”",
            );
            let time = Period::parse(first).and_then(Period::seconds);
            let pieces = first.parse::<u32>().ok().filter(|pieces| *pieces > 0);
            match (rest, time, pieces) {
                ([], Some(seconds), _) => Ok(Said::Time(seconds)),
                (["pieces" | "piece"], _, Some(pieces)) => Ok(Said::Pieces(pieces)),
                _ => Err(malformed),
            }
        }
        _ => Err(Unread::Unknown),
    }
}

/// `>= 40 wpm`
fn threshold(words: &[&str]) -> Option<Threshold> {
    let [side, number, unit @ ..] = words else {
        return None;
    };
    let side = match *side {
        ">=" => Side::AtLeast,
        "<=" => Side::AtMost,
        _ => return None,
    };
    let unit = unit.join(" ");
    (!unit.is_empty()).then_some(Threshold {
        side,
        number: Milli::parse(number)?,
        unit,
    })
}

/// `rates: patience, care`, separated by commas or spaces.
fn rates(chip: &str) -> Option<Vec<String>> {
    let names = chip.strip_prefix("rates")?.trim_start().strip_prefix(':')?;
    let names = names
        .split([',', '，', ' ', '\t'])
        .filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    (!names.is_empty()).then_some(names)
}

/// `observe every 5min: steady, slowing`
fn observe(chip: &str) -> Option<Observe> {
    let rest = chip.strip_prefix("observe")?.trim_start().strip_prefix("every")?;
    let (every, ticks) = rest.split_once(':')?;
    let seconds = Period::parse(every.trim())?.seconds()?;
    let ticks: Vec<String> = ticks
        .split([',', '，'])
        .map(|tick| tick.trim().to_owned())
        .collect();
    let again = ticks
        .iter()
        .enumerate()
        .any(|(at, tick)| tick.is_empty() || ticks.iter().take(at).any(|other| other == tick));
    (!again).then_some(Observe { seconds, ticks })
}
