//! Drawing: quotas, what was seen before, and orders that must not be shown.

use super::super::*;
use super::kinds::KINDS;
use super::quiz_of;
use std::collections::{BTreeMap, BTreeSet};

/// A pool of questions with these tags, `a0`, `a1` and so on.
fn pool(front: &str, tags: &[&str]) -> Quiz {
    let body: String = tags
        .iter()
        .enumerate()
        .map(|(n, tags)| format!("## a{n}\n`tags: {tags}`\n\n问{n}？\n\n= 答\n\n"))
        .collect();
    let (quiz, said) = quiz_of(front, &body);
    assert_eq!(said, "");
    quiz
}

fn seed(number: u8) -> [u8; 32] {
    [number; 32]
}

fn ids(drawn: &[Drawn]) -> Vec<&str> {
    drawn.iter().map(|drawn| drawn.question.as_str()).collect()
}

#[test]
fn all_are_drawn_in_their_order_unless_shuffled() {
    let quiz = pool("", &["x"; 8]);
    let plain = draw(&quiz, &BTreeMap::new(), seed(1));
    assert_eq!(ids(&plain), ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"]);
    assert_eq!(plain[0].hash, quiz.questions[0].hash);
    let quiz = pool("shuffle: [questions]", &["x"; 8]);
    let (one, other) = (
        draw(&quiz, &BTreeMap::new(), seed(1)),
        draw(&quiz, &BTreeMap::new(), seed(2)),
    );
    assert_ne!(ids(&one), ids(&plain));
    assert_ne!(one, other);
    assert_eq!(
        one,
        draw(&quiz, &BTreeMap::new(), seed(1)),
        "the same seed draws the same"
    );
    assert_eq!(ids(&one).into_iter().collect::<BTreeSet<_>>().len(), 8);
}

#[test]
fn unseen_come_first_then_the_least_seen() {
    let quiz = pool("draw: 3", &["x"; 5]);
    let seen = [("a0", 2), ("a2", 1), ("a4", 2), ("gone", 9)];
    let seen: BTreeMap<String, u32> = seen
        .into_iter()
        .map(|(id, times)| (id.to_owned(), times))
        .collect();
    for number in 0..20 {
        assert_eq!(ids(&draw(&quiz, &seen, seed(number))), ["a1", "a2", "a3"]);
    }
}

#[test]
fn quotas_are_kept_though_questions_share_tags() {
    // Only a0 has x, and it has y as well: y must be served by the others.
    let quiz = pool("draw: { y: 2, x: 1 }", &["x, y", "y", "y", "z"]);
    for number in 0..50 {
        assert_eq!(
            ids(&draw(&quiz, &BTreeMap::new(), seed(number))),
            ["a0", "a1", "a2"]
        );
    }
}

#[test]
fn an_unseen_question_is_preferred_even_where_tags_overlap() {
    let quiz = pool("draw: { x: 1, y: 1 }", &["x, y", "x", "y"]);
    let seen = BTreeMap::from([("a0".to_owned(), 0), ("a1".to_owned(), 5), ("a2".to_owned(), 1)]);
    for number in 0..20 {
        assert_eq!(ids(&draw(&quiz, &seen, seed(number))), ["a0", "a2"]);
    }
}

#[test]
fn what_was_written_in_the_keys_order_is_never_shown_in_it() {
    for front in ["", "shuffle: [options]"] {
        let (quiz, _) = quiz_of(front, KINDS);
        for number in 0..200 {
            for drawn in draw(&quiz, &BTreeMap::new(), seed(number)) {
                let question = quiz.question(&drawn.question).unwrap();
                let written: Vec<usize> = (0..question.slots()).collect();
                let mut sorted = drawn.permutation.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, written);
                if question.order_is_key() {
                    assert_ne!(drawn.permutation, written, "{}", question.id);
                    assert_ne!(arrange(question, seed(number)), written);
                } else if front.is_empty() {
                    assert_eq!(drawn.permutation, written, "{}", question.id);
                }
            }
        }
    }
}

#[test]
fn options_are_shuffled_when_asked() {
    let (quiz, _) = quiz_of("shuffle: [options]", KINDS);
    let orders: BTreeSet<Vec<usize>> = (0..60)
        .map(|number| draw(&quiz, &BTreeMap::new(), seed(number))[0].permutation.clone())
        .collect();
    assert_eq!(orders.len(), 6);
}

#[test]
fn questions_for_practice_are_never_drawn() {
    let body = "## a\n`tags: x`\n\n问？\n\n= 答\n\n## b\n`tags: x` `pool: practice`\n\n问？\n\n= 答\n\n## c\n`tags: x`\n\n问？\n\n= 答\n";
    for front in ["", "draw: 2", "draw: { x: 2 }", "shuffle: [questions]"] {
        let (quiz, said) = quiz_of(front, body);
        assert_eq!(said, "", "{front}");
        for number in 0..20 {
            let drawn = draw(&quiz, &BTreeMap::new(), seed(number));
            let drawn: BTreeSet<_> = ids(&drawn).into_iter().collect();
            assert_eq!(drawn, BTreeSet::from(["a", "c"]), "{front}");
        }
        assert_eq!(quiz.drawable().count(), 2);
        assert!(quiz.question("b").unwrap().practice);
    }
}

#[test]
fn a_draw_that_needs_questions_for_practice_is_an_error() {
    let body = "## a\n`tags: x`\n\n问？\n\n= 答\n\n## b\n`tags: x` `pool: practice`\n\n问？\n\n= 答\n";
    for (front, said) in [
        (
            "draw: 2",
            "4:7 error[practice-pool] 2 questions are drawn from 1; the 1 with `pool: practice` are never drawn",
        ),
        (
            "draw: { x: 2 }",
            "4:9 error[practice-pool] 2 questions are drawn from 1; the 1 with `pool: practice` are never drawn",
        ),
        ("draw: 1", ""),
    ] {
        assert_eq!(quiz_of(front, body).1, said, "{front}");
    }
    let alone = "## b\n`pool: practice`\n\n问？\n\n= 答\n";
    assert!(
        quiz_of("", alone).1.contains("error[no-points]"),
        "{}",
        quiz_of("", alone).1
    );
    let essay = "## a\n\n问？\n\n= 答\n\n## b\n`essay` `pool: practice`\n\n说说。\n\n- 共情 (0..3): 先道歉\n";
    assert_eq!(
        quiz_of("", essay).1,
        "13:9 error[practice-essay] nobody rates an essay in practice"
    );
    let other = quiz_of("", "## b\n`pool: other`\n\n问？\n\n= 答\n").1;
    assert!(
        other.contains("error[unknown-chip]") && other.contains("pool: other"),
        "{other}"
    );
    let lesson = super::lesson(
        "---\nformat: lesson/1\ntitle: 课\n---\n## check-a\n`pool: practice`\n\n问？\n\n= 答\n",
    )
    .1;
    assert!(lesson.contains("6:1 error[practice-check]"), "{lesson}");
}
