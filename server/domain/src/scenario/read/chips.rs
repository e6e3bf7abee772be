//! The chips behind a choice.

use super::super::faults::ScenarioFault;
use super::super::model::{Bound, Choice, Condition, Critical, Doubt, Effect};
use super::node::bad_chip;
use super::{POINTS, RANGE, Reader};
use crate::content::faults::{BodyFault, hint};
use crate::content::front::{At, is_id};
use crate::content::problem::nearest;
use crate::content::sections::unknown_chip;

/// What a chip can mean that nobody can read.
pub(super) const ANY: [Doubt; 4] = [
    Doubt::Points(None, None),
    Doubt::Change(None),
    Doubt::Condition,
    Doubt::Critical,
];

impl Reader<'_, '_, '_> {
    /// Reads one chip into a choice, or reports it.
    pub(super) fn choice_chip(&mut self, chip: &At<String>, choice: &mut Choice) {
        let words: Vec<&str> = chip.value.split_whitespace().collect();
        let again = match words.as_slice() {
            // Reported where it is declared.
            [name @ ("critical" | "if"), amount]
                if self.is_declared(name) && amount.starts_with(['+', '-']) =>
            {
                self.effect(chip, name, amount, choice)
            }
            ["critical", kind] => self.critical(chip, kind, choice),
            ["if", rest @ ..] => self.condition(chip, rest, choice),
            [name, amount] if (is_id(name) || self.is_declared(name)) && amount.starts_with(['+', '-']) => {
                self.effect(chip, name, amount, choice)
            }
            ["critical", ..] => self.critical(chip, "", choice),
            _ => {
                if let Some(name) = self.declared_in(&chip.value) {
                    self.effect(chip, &name, "", choice)
                } else {
                    ANY.into_iter().for_each(|doubt| self.doubt(doubt));
                    let names = self.criteria.iter().chain(&self.vars).map(String::as_str);
                    let known: Vec<&str> = ["critical", "if"].into_iter().chain(names).collect();
                    let problem = unknown_chip(self.doc.source, chip, &known);
                    self.reading.problems.push(problem);
                    false
                }
            }
        };
        if again {
            self.report(
                chip.span.clone(),
                &BodyFault::DuplicateChip {
                    chip: chip.value.clone(),
                },
            );
        }
    }

    fn is_declared(&self, name: &str) -> bool {
        self.criterion(name).is_some() || self.var(name).is_some()
    }

    /// The criterion or variable a chip begins with, as in `care+1` or `care：+1`.
    fn declared_in(&self, chip: &str) -> Option<String> {
        let mut names = self.criteria.iter().chain(&self.vars);
        let begins = |name: &&String| {
            chip.strip_prefix(name.as_str()).is_some_and(|rest| {
                !rest
                    .trim_start_matches(['-', '+'])
                    .starts_with(|c: char| c.is_ascii_alphabetic())
            })
        };
        names.find(begins).cloned()
    }

    /// Reads `critical KIND`; whether it was there already.
    fn critical(&mut self, chip: &At<String>, kind: &str, choice: &mut Choice) -> bool {
        let critical = match kind {
            "customer" => Critical::Customer,
            "business" => Critical::Business,
            "compliance" => Critical::Compliance,
            _ => {
                let want_en = "`critical customer`, `critical business` or `critical compliance`";
                let want_zh = "“critical customer”“critical business”或“critical compliance”";
                self.reject(
                    chip.span.clone(),
                    &bad_chip(chip, want_en, want_zh),
                    &[Doubt::Critical],
                );
                return false;
            }
        };
        let again = choice.critical.contains(&critical);
        if !again {
            choice.critical.push(critical);
        }
        again
    }

    /// Reads `if VAR >= n`; whether it was there already.
    fn condition(&mut self, chip: &At<String>, words: &[&str], choice: &mut Choice) -> bool {
        let read = match words {
            [var, ">=", number] => Some((*var, Bound::AtLeast, *number)),
            [var, "<=", number] => Some((*var, Bound::AtMost, *number)),
            _ => None,
        };
        let read = read.and_then(|(var, bound, number)| Some((var, bound, number.parse::<i32>().ok()?)));
        let Some((id, bound, number)) = read.filter(|(.., number)| i64::from(*number).abs() <= RANGE) else {
            let (want_en, want_zh) = (
                "`if variable >= 2` or `if variable <= 2`",
                "“if 变量 >= 2”或“if 变量 <= 2”",
            );
            self.reject(
                chip.span.clone(),
                &bad_chip(chip, want_en, want_zh),
                &[Doubt::Condition],
            );
            return false;
        };
        let Some(var) = self.var(id) else {
            self.doubt(Doubt::Condition);
            if !self.notes.doubts.names {
                let (hint_en, hint_zh) = hint(id, self.vars.iter().map(String::as_str));
                let id = id.to_owned();
                self.report(
                    chip.span.clone(),
                    &ScenarioFault::NoVariable { id, hint_en, hint_zh },
                );
            }
            return false;
        };
        let condition = Condition { var, bound, number };
        let again = choice.conditions.contains(&condition);
        if !again {
            choice.conditions.push(condition);
        }
        again
    }

    /// Reads `CRITERION +n` or `VAR ±n`; whether the choice does that already.
    fn effect(&mut self, chip: &At<String>, id: &str, amount: &str, choice: &mut Choice) -> bool {
        let amount = amount.parse::<i32>().ok();
        let fits = amount.filter(|n| *n != 0 && i64::from(*n).abs() <= RANGE);
        let effect = match (self.criterion(id), self.var(id), fits) {
            (Some(criterion), _, Some(points @ 1..)) if i64::from(points) <= POINTS => Effect::Earn {
                criterion,
                points: points.unsigned_abs(),
                place: chip.span.clone(),
            },
            (Some(criterion), ..) => {
                let (want_en, want_zh) = points_wanted(id, amount);
                self.reject(
                    chip.span.clone(),
                    &bad_chip(chip, &want_en, &want_zh),
                    &[Doubt::Points(Some(criterion), None)],
                );
                return false;
            }
            (None, Some(var), Some(by)) => Effect::Change { var, by },
            (None, Some(var), None) => {
                let (want_en, want_zh) = (format!("`{id} +1` or `{id} -1`"), format!("“{id} +1”或“{id} -1”"));
                self.reject(
                    chip.span.clone(),
                    &bad_chip(chip, &want_en, &want_zh),
                    &[Doubt::Change(Some(var))],
                );
                return false;
            }
            (None, None, _) => {
                self.undeclared(chip, id, amount);
                return false;
            }
        };
        let mut known = choice.effects.iter();
        if known.any(|known| known.subject() == effect.subject()) {
            // One of the two is meant to be something else.
            self.doubt(match effect {
                Effect::Earn { points, .. } => Doubt::Points(None, Some(points)),
                Effect::Change { .. } => Doubt::Change(None),
            });
            return true;
        }
        choice.effects.push(effect);
        false
    }

    /// Reports an effect on what nobody declared: it may be meant for what has the nearest name, or for anything.
    fn undeclared(&mut self, chip: &At<String>, id: &str, amount: Option<i32>) {
        let most = amount.map(|amount| u32::try_from(amount).unwrap_or(0));
        let known = || self.criteria.iter().chain(&self.vars).map(String::as_str);
        let near = nearest(id, known());
        let (criterion, var) = (
            near.and_then(|near| self.criterion(near)),
            near.and_then(|near| self.var(near)),
        );
        let (hint_en, hint_zh) = hint(id, known());
        if criterion.is_some() || var.is_none() {
            self.doubt(Doubt::Points(criterion, most));
        }
        if criterion.is_none() {
            self.doubt(Doubt::Change(var));
        }
        if !self.notes.doubts.names {
            let id = id.to_owned();
            self.report(
                chip.span.clone(),
                &ScenarioFault::Undeclared { id, hint_en, hint_zh },
            );
        }
    }
}

/// What points of a criterion look like, and why these do not.
fn points_wanted(id: &str, amount: Option<i32>) -> (String, String) {
    match amount {
        Some(amount) if amount < 0 => (
            format!("`{id} +1`: points are never taken away"),
            format!("“{id} +1”：得分只加不减"),
        ),
        Some(1..) => (
            format!("`{id} +1`: a choice earns at most {POINTS} points"),
            format!("“{id} +1”：一个选项最多得 {POINTS} 分"),
        ),
        _ => (
            format!("`{id} +1`: a space, a plus and a whole number of at least 1"),
            format!("“{id} +1”：空格、加号和不小于 1 的整数"),
        ),
    }
}
