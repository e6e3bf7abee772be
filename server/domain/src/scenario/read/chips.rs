//! The chips behind a choice.

use super::super::faults::ScenarioFault;
use super::super::model::{Bound, Choice, Condition, Critical, Effect};
use super::node::bad_chip;
use super::{POINTS, RANGE, Reader};
use crate::content::faults::{BodyFault, hint};
use crate::content::front::{At, is_id};
use crate::content::sections::unknown_chip;

impl Reader<'_, '_, '_> {
    /// Reads one chip into a choice, or reports it.
    pub(super) fn choice_chip(&mut self, chip: &At<String>, choice: &mut Choice) {
        let words: Vec<&str> = chip.value.split_whitespace().collect();
        let again = match words.as_slice() {
            ["critical", kind] => self.critical(chip, kind, choice),
            ["if", rest @ ..] => self.condition(chip, rest, choice),
            [name, amount] if is_id(name) && amount.starts_with(['+', '-']) => {
                self.effect(chip, name, amount, choice)
            }
            ["critical", ..] => self.critical(chip, "", choice),
            [name, ..] if self.criterion(name).is_some() || self.var(name).is_some() => {
                self.effect(chip, name, "", choice)
            }
            _ => {
                self.notes.incomplete = true;
                let names = self.criteria.iter().chain(&self.vars).map(String::as_str);
                let known: Vec<&str> = ["critical", "if"].into_iter().chain(names).collect();
                self.reading
                    .problems
                    .push(unknown_chip(self.doc.source, chip, &known));
                false
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

    /// Reads `critical KIND`; whether it was there already.
    fn critical(&mut self, chip: &At<String>, kind: &str, choice: &mut Choice) -> bool {
        let critical = match kind {
            "customer" => Critical::Customer,
            "business" => Critical::Business,
            "compliance" => Critical::Compliance,
            _ => {
                let want_en = "`critical customer`, `critical business` or `critical compliance`";
                let want_zh = "“critical customer”“critical business”或“critical compliance”";
                self.reject(chip.span.clone(), &bad_chip(chip, want_en, want_zh));
                return false;
            }
        };
        let again = choice.critical.contains(&critical);
        choice.critical.push(critical);
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
            self.reject(chip.span.clone(), &bad_chip(chip, want_en, want_zh));
            return false;
        };
        let Some(var) = self.var(id) else {
            let (hint_en, hint_zh) = hint(id, self.vars.iter().map(String::as_str));
            self.reject(
                chip.span.clone(),
                &ScenarioFault::NoVariable {
                    id: id.to_owned(),
                    hint_en,
                    hint_zh,
                },
            );
            return false;
        };
        let condition = Condition { var, bound, number };
        let again = choice.conditions.contains(&condition);
        choice.conditions.push(condition);
        again
    }

    /// Reads `CRITERION +n` or `VAR ±n`; whether the choice does that already.
    fn effect(&mut self, chip: &At<String>, id: &str, amount: &str, choice: &mut Choice) -> bool {
        let amount = amount
            .parse::<i32>()
            .ok()
            .filter(|n| *n != 0 && i64::from(*n).abs() <= RANGE);
        let effect = match (self.criterion(id), self.var(id), amount) {
            (Some(criterion), _, Some(points @ 1..)) if i64::from(points) <= POINTS => Effect::Earn {
                criterion,
                points: points.unsigned_abs(),
                place: chip.span.clone(),
            },
            (Some(_), ..) => {
                let (want_en, want_zh) = (
                    format!("`{id} +1`: points are never taken away"),
                    format!("“{id} +1”：得分只加不减"),
                );
                self.reject(chip.span.clone(), &bad_chip(chip, &want_en, &want_zh));
                return false;
            }
            (None, Some(var), Some(by)) => Effect::Change { var, by },
            (None, Some(_), None) => {
                let (want_en, want_zh) = (format!("`{id} +1` or `{id} -1`"), format!("“{id} +1”或“{id} -1”"));
                self.reject(chip.span.clone(), &bad_chip(chip, &want_en, &want_zh));
                return false;
            }
            (None, None, _) => {
                let known = self.criteria.iter().chain(&self.vars).map(String::as_str);
                let (hint_en, hint_zh) = hint(id, known);
                self.reject(
                    chip.span.clone(),
                    &ScenarioFault::Undeclared {
                        id: id.to_owned(),
                        hint_en,
                        hint_zh,
                    },
                );
                return false;
            }
        };
        let again = choice
            .effects
            .iter()
            .any(|known| known.subject() == effect.subject());
        choice.effects.push(effect);
        again
    }
}
