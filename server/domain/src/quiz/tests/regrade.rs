//! Judging anew with a corrected key.

use super::super::regrade::{Unfit, carried, fits, remark, shown_as};
use super::super::*;
use super::kinds::KINDS;
use super::quiz_of;
use proptest::prelude::*;

fn question(body: &str) -> Question {
    quiz_of("", &format!("## q\n{body}\n")).0.questions[0].clone()
}

fn answer(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn earns(old: &Question, new: &Question, given: &[&str]) -> i64 {
    let (quiz, _) = quiz_of("", KINDS);
    match remark(&quiz, old, new, &answer(given), &Tried::default()) {
        Mark::Scored(share) => share.milli().0,
        Mark::Pending => -1,
    }
}

#[test]
fn a_corrected_key_is_applied_to_what_was_picked() {
    let old = question("？\n- [x] 甲\n- [ ] 乙\n- [ ] 丙");
    let new = question("？\n- [ ] 甲\n- [x] 乙\n- [ ] 丙");
    assert_eq!((earns(&old, &new, &["0"]), earns(&old, &new, &["1"])), (0, 1000));
    // Written in another order, with one text mended: what was picked stays what was picked.
    let moved = question("？\n- [ ] 丙\n- [x] 乙。\n- [ ] 甲");
    assert_eq!(carried(&old, &moved, &answer(&["0"])), ["2"]);
    assert_eq!(carried(&old, &moved, &answer(&["1"])), ["1"]);
    assert_eq!(earns(&old, &moved, &["1"]), 1000);
    // Shown as 丙, 甲, 乙 before; so it is shown now.
    assert_eq!(shown_as(&old, &moved, &[2, 0, 1]), [0, 2, 1]);
    assert_eq!(shown_as(&old, &question("？\n= 甲"), &[2, 0, 1]), [2, 0, 1]);
    let words = (question("？\n= 您好"), question("？\n= 您好\n= 你好"));
    assert_eq!(earns(&words.0, &words.1, &["你好"]), 1000);
}

#[test]
fn pairs_orders_and_gaps_are_carried_over() {
    let old = question("`match`\n\n？\n\n| a | b |\n|---|---|\n| 电话 | 慢 |\n| 在线 | 快 |");
    let new = question("`match`\n\n？\n\n| a | b |\n|---|---|\n| 在线 | 慢 |\n| 电话 | 快 |");
    // 电话 → 快, 在线 → 慢: wrong by the old key, right by the new one.
    assert_eq!(
        (earns(&old, &old, &["1", "0"]), earns(&old, &new, &["1", "0"])),
        (0, 1000)
    );
    let old = question("`order`\n\n？\n\n1. 问候\n2. 倾听\n3. 记录");
    let new = question("`order`\n\n？\n\n1. 倾听\n2. 问候\n3. 记录");
    assert_eq!(earns(&old, &new, &["1", "0", "2"]), 1000);
    let old = question("说{{你好/*您好}}，再{{记录}}。");
    let new = question("说{{*您好/你好}}，再{{记录|登记}}。");
    assert_eq!(earns(&old, &new, &["1", "登记"]), 1000);
}

#[test]
fn what_does_not_fit_says_why() {
    let choice = question("？\n- [x] 甲\n- [ ] 乙");
    let more = question("？\n- [x] 甲\n- [ ] 乙\n- [ ] 丙");
    assert_eq!(fits(&choice, &more), Err(Unfit::Shape));
    assert_eq!(fits(&choice, &question("？\n= 甲")), Err(Unfit::Kind));
    let essay = question("`essay`\n\n？\n\n- 语气 (0..3): 先道歉");
    assert_eq!(fits(&essay, &essay), Err(Unfit::Essay));
    assert_eq!(
        fits(&question("{{甲/*乙}}"), &question("{{甲|乙}}")),
        Err(Unfit::Kind)
    );
}

proptest! {
    #[test]
    fn the_same_key_changes_no_mark(given in prop::collection::vec("[0-4]|同意|24|", 0..5)) {
        let (quiz, _) = quiz_of("", KINDS);
        for question in &quiz.questions {
            prop_assert_eq!(
                remark(&quiz, question, question, &given, &Tried::default()),
                mark(question, &given),
                "{}", question.id
            );
        }
    }
}
