//! Questions that come one after the other.

use super::super::*;
use super::quiz_of;
use crate::lang::Lang;
use proptest::prelude::*;

const COUNT: usize = 4;
const PLAIN: &str = "## a\n\n？\n\n= 是\n";

#[test]
fn navigation_reads_and_is_free_when_nothing_is_said() {
    let navigation = |rules: &str| {
        let (quiz, said) = quiz_of(rules, PLAIN);
        assert_eq!(said, "");
        quiz.navigation
    };
    assert_eq!(navigation(""), Navigation::Free);
    assert_eq!(navigation("navigation: free"), Navigation::Free);
    assert_eq!(navigation("navigation: sequential"), Navigation::Sequential);
    insta::assert_snapshot!(
        quiz_of("navigation: one-way", PLAIN).1,
        @"4:13 error[unknown-word] `navigation` cannot be `one-way`"
    );
}

#[test]
fn navigation_stands_in_the_default_file_only() {
    let (mut quiz, _) = quiz_of("navigation: sequential", PLAIN);
    let english = "---\nformat: quiz/1\ntitle: Quiz\nnavigation: sequential\n---\n## a\n\n?\n\n= yes\n";
    let (_, said) = super::reading(
        "courses/phone-service/quiz.en.md",
        english,
        &Lang::english(),
        |doc, reading| translate(doc, reading, &mut quiz),
    );
    assert!(said.starts_with("4:1 error"), "{said}");
}

/// What a browser may send, in any order and as often as it likes.
#[derive(Clone, Copy, Debug)]
enum Sent {
    Save(usize, &'static str),
    Next(usize),
}

fn sent() -> impl Strategy<Value = Sent> {
    let texts = prop::sample::select(&["right", "wrong", ""][..]);
    prop_oneof![
        3 => (0..COUNT + 1, texts).prop_map(|(at, text)| Sent::Save(at, text)),
        2 => (0..COUNT + 1).prop_map(Sent::Next),
    ]
}

proptest! {
    #[test]
    fn what_was_passed_never_changes_and_nothing_is_skipped(all in prop::collection::vec(sent(), 0..60)) {
        let (mut reached, mut kept, mut passed) = (Navigation::Sequential.begin(), [""; COUNT], Vec::new());
        for sent in all {
            let before = reached;
            match sent {
                Sent::Save(at, text) => {
                    let is_same = kept.get(at).is_some_and(|kept| *kept == text);
                    match takes(reached, at, is_same) {
                        Ok(true) => kept[at] = text,
                        Ok(false) => prop_assert_eq!(kept[at], text),
                        Err(_) => prop_assert_ne!(Some(at), reached),
                    }
                }
                Sent::Next(from) => {
                    if let Ok(now) = leave(reached, from, COUNT) {
                        // The same again moves no further.
                        prop_assert!(from + 1 == COUNT || leave(now, from, COUNT) == Ok(now));
                        reached = now;
                    } else {
                        prop_assert!(Some(from) > reached);
                    }
                }
            }
            prop_assert!(reached == before || reached == before.map(|at| at + 1), "one step at a time");
            passed.extend(before.filter(|_| reached != before).map(|at| (at, kept[at])));
            prop_assert!(reached < Some(COUNT));
            for (at, text) in &passed {
                prop_assert_eq!(kept[*at], *text, "question {} was passed", at);
            }
        }
    }

    #[test]
    fn going_freely_nothing_is_out_of_turn(at in 0..COUNT, same in any::<bool>()) {
        prop_assert_eq!(takes(Navigation::Free.begin(), at, same), Ok(true));
        prop_assert_eq!(leave(None, at, COUNT), Ok(None));
    }
}
