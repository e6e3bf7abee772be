//! What holds for any input: nothing panics, marks stay in bounds, draws keep their promises.

use super::super::*;
use super::kinds::KINDS;
use super::{quiz_of, reading};
use crate::content::lesson as lessons;
use crate::content::problem::Problems;
use crate::content::source::{File, Source};
use crate::lang::Lang;
use crate::score::Milli;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Pieces that mean something in a quiz, so that random text reaches every branch.
const PIECES: [&str; 40] = [
    "## a",
    "## check-b",
    "\n",
    "\n\n",
    "- [ ] ",
    "- [x] ",
    "- ",
    "1. ",
    "> ",
    "= ",
    "=",
    "24 ± 0.5 kg",
    "`order`",
    "`match`",
    "`essay`",
    "`multiple`",
    "`contains`",
    "`text`",
    "`2 points`",
    "`tags: x`",
    "{{",
    "}}",
    "|",
    "/*",
    "\\",
    "{{甲/*乙}}",
    "{{std.phone-answer}}",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "- 共情 (0..3): 先\n",
    "---\n",
    "```\n",
    "**",
    "[a](b.md)",
    "<b>",
    "以上都是",
    "字",
    "±",
    "\u{3000}",
    "# ",
    "  ",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// A valid pool in which something was cut out, doubled, swapped or put in.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..5_u8,
        pieces(),
    );
    prop::collection::vec(change, 1..6).prop_map(|changes| {
        changes
            .iter()
            .fold(KINDS.to_owned(), |text, (from, to, what, piece)| {
                let chars: Vec<char> = text.chars().collect();
                let (a, b) = (from.index(chars.len() + 1), to.index(chars.len() + 1));
                let (a, b) = (a.min(b), a.max(b).min(a.min(b) + 80));
                let part = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
                let (head, middle, tail) = (part(0..a), part(a..b), part(b..chars.len()));
                match what {
                    0 => head + &tail,
                    1 => head + &middle + &middle + &tail,
                    2 => head + &middle.chars().rev().collect::<String>() + &tail,
                    3 => head + piece + &tail,
                    _ => head + &middle + piece + &tail,
                }
            })
    })
}

/// A quiz with every kind of question, its options shuffled.
fn pool() -> Quiz {
    static POOL: LazyLock<Quiz> = LazyLock::new(|| quiz_of("shuffle: [options]", KINDS).0);
    POOL.clone()
}

/// Reads a text as everything it can be: quiz and lesson, default and translation.
fn read_all(body: &str) {
    let text =
        format!("---\nformat: quiz/1\ntitle: x\nshuffle: [options]\ndraw: {{ phone: 1 }}\n---\n{body}");
    let (chinese, english) = (Lang::chinese(), Lang::english());
    reading("courses/a/quiz.md", &text, &chinese, read);
    let mut quiz = pool();
    reading("courses/a/quiz.en.md", &text, &english, |doc, reading| {
        translate(doc, reading, &mut quiz);
    });
    let lesson = reading("courses/a/b.md", &text, &chinese, lessons::read)
        .0
        .flatten();
    if let Some(mut lesson) = lesson {
        reading("courses/a/b.en.md", &text, &english, |doc, reading| {
            lessons::translate(doc, reading, &mut lesson);
        });
    }
}

fn answers() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![
        (0..6_usize).prop_map(|index| index.to_string()),
        "\\PC{0,8}",
        Just(String::new()),
        prop::sample::select(&["24", "同意", "99999999999999999999", "-1", "三十秒", "１"][..])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(text, 0..8)
}

proptest! {
    #[test]
    fn reading_never_panics_on_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = File { path: "courses/a/quiz.md".to_owned(), bytes };
        if let Some(source) = Source::decode(&file, &mut Problems::default()) {
            read_all(&source.text);
        }
    }

    #[test]
    fn reading_never_panics_on_pieces(text in pieces()) {
        read_all(&text);
    }

    #[test]
    fn reading_never_panics_on_mutated_quizzes(text in mutated()) {
        read_all(&text);
    }

    #[test]
    fn marks_stay_between_nothing_and_all(answer in answers()) {
        let quiz = pool();
        for question in &quiz.questions {
            let Mark::Scored(share) = mark(question, &answer) else { continue };
            prop_assert!((Milli(0)..=Milli(1000)).contains(&share.milli()), "{}", question.id);
            prop_assert_eq!(Share::from_parts(share.parts()), Some(share));
        }
    }

    #[test]
    fn shuffling_never_changes_a_mark(answer in answers(), seed in any::<[u8; 32]>()) {
        let quiz = pool();
        for drawn in draw(&quiz, &BTreeMap::new(), seed) {
            let question = quiz.question(&drawn.question).unwrap();
            let slots = question.slots();
            let known = |text: &String| slots == 0 || text.is_empty() || (0..slots).any(|slot| slot.to_string() == *text);
            let answer: Vec<String> = answer.iter().filter(|text| known(text)).cloned().collect();
            let shown = to_shown(question, &answer, &drawn.permutation);
            let back = to_authored(question, &shown, &drawn.permutation);
            prop_assert_eq!(mark(question, &back), mark(question, &answer));
        }
    }

    #[test]
    fn draws_repeat_nothing_and_keep_their_quotas(
        tags in prop::collection::vec(prop::sample::subsequence(vec!["x", "y", "z"], 0..=3), 1..14),
        quotas in prop::collection::btree_map(prop::sample::select(&["x", "y", "z"][..]), 1..4_usize, 1..=3),
        seen in prop::collection::btree_map("a[0-9]", 0..4_u32, 0..8),
        seed in any::<[u8; 32]>(),
    ) {
        let chip = |tags: &Vec<&str>| if tags.is_empty() { String::new() } else { format!("`tags: {}`\n\n", tags.join(", ")) };
        let question = |(n, tags): (usize, &Vec<&str>)| format!("## a{n}\n{}问？\n\n= 答\n\n", chip(tags));
        let body: String = tags.iter().enumerate().map(question).collect();
        let written: Vec<String> = quotas.iter().map(|(tag, count)| format!("{tag}: {count}")).collect();
        let (quiz, said) = quiz_of(&format!("draw: {{ {} }}", written.join(", ")), &body);
        let drawn = draw(&quiz, &seen, seed);
        let ids: BTreeSet<&str> = drawn.iter().map(|drawn| drawn.question.as_str()).collect();
        prop_assert_eq!(ids.len(), drawn.len(), "no question twice");
        let want: usize = quotas.values().sum();
        // What the checker accepts can be drawn in full, and nothing else can.
        prop_assert_eq!(said.is_empty(), drawn.len() == want, "{}", said);
        for (tag, count) in &quotas {
            let has = drawn.iter().filter(|drawn| quiz.question(&drawn.question).unwrap().tags.iter().any(|own| own == tag));
            prop_assert!(!said.is_empty() || has.count() >= *count);
        }
    }

    #[test]
    fn normalising_twice_changes_nothing(text in "\\PC{0,20}") {
        let once = normalise::normalise(&text);
        prop_assert_eq!(normalise::normalise(&once), once);
    }
}
