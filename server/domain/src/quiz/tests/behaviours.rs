//! Checks that lock, tries with hints, and answers one is sure of.

use super::super::*;
use super::kinds::KINDS;
use super::{quiz, quiz_of, reading};
use crate::content::values::Percent;
use crate::lang::Lang;
use crate::score::{FULL, Milli};
use proptest::prelude::*;
use std::collections::BTreeMap;

const HINTED: &str = "## greet\n`2 points`\n\n先说什么？\n\n= 您好\n\n\
     ? 想想**电话**里的第一句话。\n？ 两个字。\n\n> 先问好。\n";

fn answer(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn share(mark: Mark) -> i64 {
    match mark {
        Mark::Scored(share) => share.milli().0,
        Mark::Pending => -1,
    }
}

/// The same questions, behaving otherwise.
fn pool(behaviour: Behaviour, penalty: i64) -> Quiz {
    let (mut quiz, _) = quiz_of("shuffle: [options]", KINDS);
    quiz.behaviour = behaviour;
    quiz.penalty = Percent(Milli(penalty));
    let hint = quiz.questions[0].prompt.clone();
    for (at, question) in quiz.questions.iter_mut().enumerate() {
        question.hints = vec![hint.clone(); at % 3];
    }
    quiz
}

#[test]
fn behaviours_penalty_and_counts_read() {
    let (plain, said) = quiz_of("", HINTED.split("\n? ").next().unwrap());
    assert_eq!(said, "");
    assert_eq!(
        (plain.behaviour, plain.counts),
        (Behaviour::Deferred, Counts::Highest)
    );
    let (tries, said) = quiz(&format!(
        "---\nformat: quiz/1\ntitle: 测验\nbehaviour: interactive\npenalty: 40%\ncounts: latest\n---\n{HINTED}"
    ));
    assert_eq!(said, "");
    let tries = tries.unwrap();
    assert_eq!(
        (tries.behaviour, tries.counts),
        (Behaviour::Interactive, Counts::Latest)
    );
    assert_eq!(tries.penalty, Percent(Milli(40_000)));
    let question = &tries.questions[0];
    assert_eq!(
        question.hints[0].default(),
        "想想<strong>电话</strong>里的第一句话。"
    );
    assert_eq!(question.hints[1].default(), "两个字。");
    assert_eq!(
        question.explanation.as_ref().map(crate::lang::Text::default),
        Some("<p>先问好。</p>")
    );
    let plain = "## a\n\n？\n\n= 是\n";
    insta::assert_snapshot!(
        quiz_of("penalty: 10%", plain).1,
        @"4:10 error[penalty-misfit] a penalty means nothing without `behaviour: interactive`"
    );
    insta::assert_snapshot!(
        quiz_of("counts: best", plain).1,
        @"4:9 error[unknown-word] `counts` cannot be `best`"
    );
    // Where nothing is tried again, such lines are what they always were.
    assert!(!quiz_of("", HINTED).1.is_empty());
}

#[test]
fn hints_are_translated_one_by_one() {
    let front = "---\nformat: quiz/1\ntitle: 测验\nbehaviour: interactive\n---\n";
    let (default, said) = quiz(&format!("{front}{HINTED}"));
    assert_eq!(said, "");
    let mut default = default.unwrap();
    let english = "---\nformat: quiz/1\ntitle: Quiz\n---\n## greet\n\nWhat first?\n\n= Hello\n\n? Think.\n? Short.\n\n> Greet first.\n";
    let mut translating = |text: &str| {
        reading(
            "courses/phone-service/quiz.en.md",
            text,
            &Lang::english(),
            |doc, reading| translate(doc, reading, &mut default),
        )
        .1
    };
    assert_eq!(translating(english), "");
    insta::assert_snapshot!(
        translating(&english.replace("? Short.\n", "")),
        @"11:3 error[translation-differs] the default file has 2 hints here, the translation 1"
    );
    assert_eq!(default.questions[0].hints[1].get(&Lang::english()), "Short.");
    assert_eq!(default.questions[0].hints[1].get(&Lang::chinese()), "两个字。");
}

#[test]
fn immediate_takes_one_check_and_locks() {
    let quiz = pool(Behaviour::Immediate, 0);
    let question = quiz.question("short").unwrap();
    let tried = Tried::default().check(&quiz, question, &answer(&["不知道"]));
    assert!(is_locked(&quiz, question, &tried));
    assert_eq!(tried.clone().check(&quiz, question, &answer(&["同意"])), tried);
    assert_eq!(
        share(mark_tried(&quiz, question, &answer(&["同意"]), &Tried::default())),
        1000
    );
    let open = Tried::default().check(&quiz, question, &answer(&[" "]));
    assert_eq!(open, Tried::default(), "an open question is not checked");
}

#[test]
fn each_earlier_try_costs_the_penalty() {
    let mut quiz = pool(Behaviour::Interactive, 30_000);
    let place = quiz
        .questions
        .iter()
        .position(|question| question.id == "short")
        .unwrap();
    quiz.questions[place].hints = vec![quiz.questions[place].prompt.clone(); 2];
    let question = &quiz.questions[place];
    assert_eq!(checks(quiz.behaviour, question), 3);
    let right = answer(&["同意"]);
    let mut tried = Tried::default();
    for (count, worth) in [(1, 1000), (2, 700), (3, 400)] {
        assert_eq!(share(mark_tried(&quiz, question, &right, &tried)), worth);
        let wrong = answer(&[&format!("不{count}")]);
        tried = tried.check(&quiz, question, &wrong);
        assert_eq!(
            tried.clone().check(&quiz, question, &wrong),
            tried,
            "the same again is no try"
        );
        assert_eq!(tried.count, count);
    }
    assert!(is_locked(&quiz, question, &tried));
    // The second try is right: it stays what it was when it is handed in.
    let tried = Tried::default()
        .check(&quiz, question, &answer(&["不"]))
        .check(&quiz, question, &right);
    assert!(is_locked(&quiz, question, &tried));
    assert_eq!(share(mark_tried(&quiz, question, &right, &tried)), 700);
    quiz.penalty = Percent(FULL);
    assert_eq!(
        share(mark_tried(&quiz, &quiz.questions[place], &right, &tried)),
        0
    );
}

#[test]
fn an_essay_is_not_checked_and_asks_for_no_certainty() {
    for behaviour in Behaviour::ALL {
        let quiz = pool(behaviour, 25_000);
        let essay = quiz
            .questions
            .iter()
            .find(|question| matches!(question.kind, Kind::Essay { .. }))
            .unwrap();
        let text = answer(&["我会先道歉。"]);
        assert_eq!(
            (checks(behaviour, essay), asks_certainty(behaviour, essay)),
            (0, false)
        );
        assert_eq!(Tried::default().check(&quiz, essay, &text), Tried::default());
        assert_eq!(mark_tried(&quiz, essay, &text, &Tried::default()), Mark::Pending);
        assert_eq!(Stakes::of(behaviour, essay, &text, None), Stakes::PLAIN);
    }
}

#[test]
fn certainty_earns_and_costs() {
    let quiz = pool(Behaviour::Certainty, 0);
    let question = quiz.question("short").unwrap();
    let counts = |text: &str, certainty| {
        let answer = answer(&[text]);
        let marked = Marked {
            points: Milli::whole(1),
            mark: mark(question, &answer),
            stakes: Stakes::of(quiz.behaviour, question, &answer, certainty),
        };
        marked.thirds().map(|thirds| thirds.0 / 1000)
    };
    for (certainty, right, wrong) in [
        (Some(Certainty::Sure), 3, -6),
        (Some(Certainty::Fairly), 2, -2),
        (Some(Certainty::Guess), 1, 0),
        (None, 1, 0),
    ] {
        assert_eq!(counts("同意", certainty), Some(right), "{certainty:?}");
        assert_eq!(counts("不", certainty), Some(wrong), "{certainty:?}");
        assert_eq!(counts("", certainty), Some(0), "open is not wrong");
    }
    for certainty in Certainty::ALL {
        assert_eq!(certainty.as_str().parse(), Ok(certainty));
    }
    assert!("certain".parse::<Certainty>().is_err());
}

fn behaviour() -> impl Strategy<Value = Behaviour> {
    prop::sample::select(&Behaviour::ALL[..])
}

fn certainty() -> impl Strategy<Value = Option<Certainty>> {
    prop::option::of(prop::sample::select(&Certainty::ALL[..]))
}

/// Answers that make sense often enough.
fn answers() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![
        4 => (0..4_usize).prop_map(|index| index.to_string()),
        2 => prop::sample::select(&["24", "同意", "-5", "95000", ""][..]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(text, 0..5)
}

proptest! {
    #[test]
    fn marks_lie_between_nothing_and_all_however_often_one_tries(
        behaviour in behaviour(), penalty in 0..=100_000_i64, given in prop::collection::vec(answers(), 1..6),
        sure in prop::collection::vec(certainty(), 13),
    ) {
        let quiz = pool(behaviour, penalty);
        let mut marked = Vec::new();
        for (question, sure) in quiz.questions.iter().zip(sure) {
            let mut tried = Tried::default();
            let (mut last, mut best) = (given[0].clone(), 1000);
            for answer in &given {
                // What is locked takes no further answer.
                if is_locked(&quiz, question, &tried) {
                    break;
                }
                last.clone_from(answer);
                let mark = mark_tried(&quiz, question, answer, &tried);
                let count = tried.count;
                tried = tried.check(&quiz, question, answer);
                prop_assert!(tried.count <= checks(behaviour, question));
                if tried.count > count {
                    prop_assert_eq!(mark_tried(&quiz, question, answer, &tried), mark, "checking costs nothing by itself");
                    prop_assert!(share(mark) <= best, "an earlier try never helps");
                    if behaviour == Behaviour::Interactive {
                        best = 1000 - (i64::from(tried.count) * penalty / 100).min(1000) + 1;
                    }
                }
            }
            let mark = mark_tried(&quiz, question, &last, &tried);
            if let Mark::Scored(share) = mark {
                prop_assert_eq!(Share::from_parts(share.parts()), Some(share), "{}", question.id);
            }
            let stakes = Stakes::of(behaviour, question, &last, sure);
            marked.push(Marked { points: question.points, mark, stakes });
        }
        let outcome = grade(quiz.pass, &marked);
        prop_assert!((Milli(0)..=FULL).contains(&outcome.percent));
        prop_assert!(Milli(0) <= outcome.points && outcome.points <= outcome.max);
    }

    #[test]
    fn shuffling_changes_no_mark_in_any_behaviour(
        behaviour in behaviour(), before in answers(), after in answers(), seed in any::<[u8; 32]>(),
    ) {
        let quiz = pool(behaviour, 20_000);
        for drawn in draw(&quiz, &BTreeMap::new(), seed) {
            let question = quiz.question(&drawn.question).unwrap();
            let slots = question.slots();
            let known = |text: &&String| slots == 0 || text.is_empty() || (0..slots).any(|slot| slot.to_string() == **text);
            let as_shown_and_back = |answer: &[String]| {
                let answer: Vec<String> = answer.iter().filter(known).cloned().collect();
                let back = to_authored(question, &to_shown(question, &answer, &drawn.permutation), &drawn.permutation);
                (answer, back)
            };
            let ((first, first_back), (then, then_back)) = (as_shown_and_back(&before), as_shown_and_back(&after));
            let tried = Tried::default().check(&quiz, question, &first);
            let tried_back = Tried::default().check(&quiz, question, &first_back);
            prop_assert_eq!(is_locked(&quiz, question, &tried), is_locked(&quiz, question, &tried_back));
            prop_assert_eq!(mark_tried(&quiz, question, &then, &tried), mark_tried(&quiz, question, &then_back, &tried_back));
        }
    }
}
