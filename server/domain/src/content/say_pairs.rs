//! Tables that set what to say beside what not to say.

use super::markdown::{Cell, plain};

/// Which side of such a table a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// What to say.
    Good,
    /// What not to say.
    Avoid,
}

/// How authors head what to say, as [`words`] reads it.
const GOOD: [&str; 14] = [
    "say",
    "say this",
    "do say",
    "better",
    "better say",
    "good",
    "instead",
    "instead say",
    "这样说",
    "可以说",
    "应该说",
    "建议说",
    "可以这样说",
    "建议这样说",
];

/// How authors head what not to say.
const AVOID: [&str; 17] = [
    "not this",
    "don't say",
    "don't say this",
    "do not say",
    "do not say this",
    "avoid",
    "avoid saying",
    "never say",
    "instead of",
    "rather than",
    "bad",
    "别这样说",
    "不要这样说",
    "不这样说",
    "别说",
    "不要说",
    "避免说",
];

/// The sides of a table's columns, when its head says that it is one of pairs.
pub(super) fn say_pair(head: &[Cell]) -> Option<[Side; 2]> {
    let [left, right] = head else { return None };
    match (side(left)?, side(right)?) {
        (left, right) if left != right => Some([left, right]),
        _ => None,
    }
}

fn side(cell: &Cell) -> Option<Side> {
    let words = words(&plain(&cell.inlines));
    let is_one = |known: &[&str]| known.contains(&words.as_str());
    match (is_one(&GOOD), is_one(&AVOID)) {
        (true, _) => Some(Side::Good),
        (_, true) => Some(Side::Avoid),
        _ => None,
    }
}

/// Small letters, straight apostrophes, no punctuation at the ends.
fn words(text: &str) -> String {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::markdown::{BlockKind, parse};
    use super::*;

    fn sides(head: &str) -> Option<[Side; 2]> {
        let text = format!("| {head} |\n|---|---|\n");
        match &parse(&text, 0..text.len())[0].kind {
            BlockKind::Table(head, _) => say_pair(head),
            _ => None,
        }
    }

    #[test]
    fn natural_heads_are_known_in_either_order() {
        for head in [
            "Say this | Not this",
            "Say | Don’t say",
            "Better: | Avoid",
            "**这样说** | 别这样说",
            "建议说 | 不要说",
        ] {
            assert_eq!(sides(head), Some([Side::Good, Side::Avoid]), "{head}");
        }
        assert_eq!(sides("别这样说 | 这样说"), Some([Side::Avoid, Side::Good]));
    }

    #[test]
    fn other_tables_are_none() {
        for head in ["Say this | Say", "Post | Say", "要说清的 | 回答什么问题"] {
            assert_eq!(sides(head), None, "{head}");
        }
    }
}
