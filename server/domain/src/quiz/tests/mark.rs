//! The column "marked" of the formats' table, kind by kind.

use super::super::*;
use super::quiz_of;
use crate::content::values::Percent;
use crate::score::Milli;

fn question(body: &str) -> Question {
    let (quiz, said) = quiz_of("", &format!("## q\n{body}\n"));
    assert!(!said.contains("error"), "{said}");
    quiz.questions[0].clone()
}

fn earned(question: &Question, answer: &[&str]) -> i64 {
    let answer: Vec<String> = answer.iter().map(|text| (*text).to_owned()).collect();
    match mark(question, &answer) {
        Mark::Scored(share) => share.milli().0,
        Mark::Pending => -1,
    }
}

#[test]
fn single_choice_is_all_or_nothing() {
    let q = question("？\n- [ ] a\n- [x] b\n- [ ] c");
    for (answer, want) in [
        (&["1"][..], 1000),
        (&["0"], 0),
        (&[], 0),
        (&["0", "1"], 0),
        (&["1", "x"], 0),
        (&["9"], 0),
        (&["+1"], 0),
    ] {
        assert_eq!(earned(&q, answer), want, "{answer:?}");
    }
    assert_eq!(earned(&q, &["1", "1", ""]), 1000);
}

#[test]
fn multiple_choice_is_right_minus_wrong_over_right() {
    let q = question("？\n- [x] a\n- [x] b\n- [x] c\n- [ ] d\n- [ ] e");
    for (answer, want) in [
        (&["0", "1", "2"][..], 1000),
        (&["0", "1"], 667),
        (&["0", "1", "3"], 333),
        (&["0", "3", "4"], 0),
        (&["0", "1", "2", "3", "4"], 333),
        (&["0", "9"], 0),
        (&[], 0),
    ] {
        assert_eq!(earned(&q, answer), want, "{answer:?}");
    }
    let q = question("`all-or-nothing`\n\n？\n- [x] a\n- [x] b\n- [ ] c");
    assert_eq!(earned(&q, &["0", "1"]), 1000);
    assert_eq!(earned(&q, &["0"]), 0);
}

#[test]
fn short_answers_are_compared_normalised() {
    let q = question("？\n= 1 分钟内\n= E-mail");
    for right in ["1分钟内", "１ 分钟内。", "e‑MAIL", " Ｅ-mail! "] {
        assert_eq!(earned(&q, &[right]), 1000, "{right}");
    }
    for wrong in ["", "分钟内", "email", "在 1 分钟内"] {
        assert_eq!(earned(&q, &[wrong]), 0, "{wrong}");
    }
    let q = question("`contains`\n\n？\n= 抱歉");
    assert_eq!(earned(&q, &["非常抱歉，让您久等了"]), 1000);
    assert_eq!(earned(&q, &[""]), 0);
}

#[test]
fn numbers_are_right_within_their_tolerance() {
    let q = question("？\n= 24 ± 0.5 kg");
    for right in ["24", "23.5", "24.5", "２４", "24 KG", "24.50000", "+24"] {
        assert_eq!(earned(&q, &[right]), 1000, "{right}");
    }
    for wrong in ["24.500001", "23.4", "", "24 g", "kg", "二十四"] {
        assert_eq!(earned(&q, &[wrong]), 0, "{wrong}");
    }
}

#[test]
fn order_counts_neighbours() {
    let q = question("`order`\n\n？\n1. a\n2. b\n3. c\n4. d\n5. e");
    for (answer, want) in [
        (&["0", "1", "2", "3", "4"][..], 1000),
        (&["1", "2", "3", "4", "0"], 750),
        (&["4", "3", "2", "1", "0"], 0),
        (&["2", "3", "4", "0", "1"], 750),
        (&["0", "1"], 250),
        (&["0", "1", "0", "1", "2"], 0),
        (&["0", "1", "9"], 0),
        (&[], 0),
    ] {
        assert_eq!(earned(&q, answer), want, "{answer:?}");
    }
}

#[test]
fn match_and_cloze_are_shares() {
    let q = question("`match`\n\n？\n| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n| 3 | z |");
    assert_eq!(earned(&q, &["0", "1", "2"]), 1000);
    assert_eq!(earned(&q, &["0", "2", "1"]), 333);
    assert_eq!(earned(&q, &["", "1"]), 333);
    assert_eq!(earned(&q, &["0", "1", "2", "3"]), 1000);
    let q = question("{{甲|乙}}和{{x/*y}}");
    assert_eq!(earned(&q, &["乙。", "1"]), 1000);
    assert_eq!(earned(&q, &["丙", "1"]), 500);
    assert_eq!(earned(&q, &["甲", "y"]), 500);
}

#[test]
fn essays_wait_for_a_person() {
    let q = question("`essay`\n\n？\n- 共情 (0..3): a\n- 措施 (0..1): b");
    assert_eq!(earned(&q, &["任何文字"]), -1);
    assert_eq!(earned(&q, &[]), -1);
    assert_eq!(rated(&q, &[3, 0]), Some(Share::of(3, 4)));
    assert_eq!(rated(&q, &[3, 2]), None);
    assert_eq!(rated(&q, &[3]), None);
    assert_eq!(rated(&question("？\n= a"), &[]), None);
}

#[test]
fn places_lead_back_to_what_was_written() {
    let q = question("`order`\n\n？\n1. a\n2. b\n3. c");
    let answer = ["0", "1", "2", "7", ""].map(str::to_owned);
    assert_eq!(to_authored(&q, &answer, &[2, 0, 1]), ["2", "0", "1", "", ""]);
    assert_eq!(
        to_shown(&q, &["2", "0", "1", "x"].map(str::to_owned), &[2, 0, 1]),
        ["0", "1", "2", ""]
    );
    let q = question("？\n= a");
    assert_eq!(to_authored(&q, &["7".to_owned()], &[]), ["7"]);
}

fn marked(points: i64, share: Share) -> Marked {
    Marked {
        stakes: Stakes::PLAIN,
        points: Milli::whole(points),
        mark: Mark::Scored(share),
    }
}

#[test]
fn a_result_is_decided_unrounded_and_shown_rounded() {
    // Seven whole points and three thirds are exactly eight of ten.
    let marks: Vec<Marked> = (0..7)
        .map(|_| marked(1, Share::ALL))
        .chain((0..3).map(|_| marked(1, Share::of(1, 3))))
        .collect();
    let outcome = grade(Percent(Milli::whole(80)), &marks);
    assert_eq!(
        (outcome.points, outcome.max, outcome.percent),
        (Milli::whole(8), Milli::whole(10), Milli::whole(80))
    );
    assert_eq!(outcome.passed, Some(true));

    // 66.667 is shown, but two thirds are less.
    let outcome = grade(Percent(Milli(66_667)), &[marked(3, Share::of(2, 3))]);
    assert_eq!((outcome.percent, outcome.passed), (Milli(66_667), Some(false)));
    assert_eq!(
        grade(Percent(Milli(66_666)), &[marked(3, Share::of(2, 3))]).passed,
        Some(true)
    );
}

#[test]
fn a_result_waits_for_pending_marks() {
    let essay = Marked {
        stakes: Stakes::PLAIN,
        points: Milli::whole(1),
        mark: Mark::Pending,
    };
    let outcome = grade(Percent(Milli::whole(50)), &[marked(3, Share::ALL), essay]);
    assert_eq!(
        (outcome.points, outcome.percent, outcome.passed),
        (Milli::whole(3), Milli::whole(75), None)
    );
    let nothing = grade(Percent(Milli(0)), &[]);
    assert_eq!((nothing.percent, nothing.passed), (Milli(0), Some(false)));
}
