//! What is wrong inside an order, a match, a cloze or an essay: the body begins at line 6.

use super::quiz_of;

fn of(body: &str) -> String {
    quiz_of("", body).1
}

#[test]
fn orders_and_matches() {
    insta::assert_snapshot!(of("## a\n`order`\n\n？\n\n- 一\n- 二\n"), @r"
    7:1 error[order-without-list] the chip `order` needs an ordered list
    ");
    insta::assert_snapshot!(of("## a\n`order`\n\n？\n\n1. 一\n"), @r"
    11:1 error[too-few-items] one item has no order
    ");
    insta::assert_snapshot!(of("## a\n`order`\n\n？\n\n1. 一\n   > 反馈\n2.\n3. 一\n"), @r"
    12:4 error[feedback-place] only options of a choice have feedback
    13:1 error[empty-item] this item has no text
    ");
    insta::assert_snapshot!(of("## a\n`match`\n\n？\n\n- 一\n"), @r"
    7:1 error[match-without-table] the chip `match` needs a table of two columns
    ");
    insta::assert_snapshot!(of("## a\n`match`\n\n？\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"), @r"
    11:1 error[match-columns] this table has 3 columns, a match needs two
    ");
    insta::assert_snapshot!(of("## a\n`match`\n\n？\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), @r"
    11:1 error[too-few-pairs] a match needs at least two rows
    ");
    insta::assert_snapshot!(of("## a\n`match`\n\n？\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | |\n| 3 | 2 |\n"), @r"
    14:2 error[same-options] `1` reads the same as one above
    14:6 error[empty-cell] this cell is empty
    15:6 error[same-options] `2` reads the same as one above
    ");
}

#[test]
fn gaps() {
    insta::assert_snapshot!(of("## a\n甲{{一\n乙}}\n"), @r"
    7:2 error[gap-open] this gap does not end on its line
    ");
    insta::assert_snapshot!(of("## a\n{{}}{{一|}}{{/*二}}{{*三}}{{*四/*五}}{{六/*七|八}}\n"), @r"
    7:1 error[empty-gap] a gap or one of its alternatives is empty
    7:5 error[empty-gap] a gap or one of its alternatives is empty
    7:11 error[empty-gap] a gap or one of its alternatives is empty
    7:18 error[gap-few] a drop-down needs at least two options
    7:24 error[gap-stars] a drop-down has one right option
    7:33 error[gap-mixed] a gap is either typed or picked from
    ");
    insta::assert_snapshot!(of("## a\n{{一/*二/一}}\n"), @r"
    7:1 error[same-options] `一` reads the same as one above
    ");
    insta::assert_snapshot!(of("## a\n{{一}}[{{二}}](https://example.com) ![{{三}}](https://example.com/a.png)\n\n> {{四}}\n"), @r"
    7:7 error[gap-place] a gap cannot stand here
    7:37 error[gap-place] a gap cannot stand here
    ");
    insta::assert_snapshot!(of("## a\n{{一}}\n\n```{{二}}\n{{三}}\n```\n"), @r"
    9:4 error[gap-place] a gap cannot stand here
    ");
    insta::assert_snapshot!(of("## a\n`{{一}}` `multiple`\n\n？\n\n= 一\n"), @r"
    7:1 error[unknown-chip] unknown chip `{{一}}`
    7:9 error[chip-misfit] the chip `multiple` means nothing for a short answer or a number
    ");
    insta::assert_snapshot!(of("## {{a}}\n？\n\n= 一\n"), @r"6:4 error[bad-id] `{{a}}` cannot be an id");
    insta::assert_snapshot!(of("## a\n{{std.phone}}？\n\n= 一\n"), @r"
    7:1 error[unknown-standard] standards.md has no `phone`
    ");
}

#[test]
fn essays() {
    insta::assert_snapshot!(of("## a\n`essay`\n\n？\n"), @r"
    7:1 error[essay-without-criteria] the chip `essay` needs a list of criteria
    ");
    insta::assert_snapshot!(of("## a\n`essay`\n\n？\n\n- 共情: 先道歉\n- 措施 (0..2): 说清\n- 语气 (1..2): 平和\n"), @r"
    11:1 error[bad-criterion] this does not read as a criterion
    13:1 error[bad-criterion] this does not read as a criterion
    ");
}
