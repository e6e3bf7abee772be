//! Translations: texts go into the default file's questions, differences are found where they are.

use super::super::*;
use super::kinds::KINDS;
use super::{lesson, quiz_of, reading};
use crate::content::lesson as lessons;
use crate::lang::Lang;

/// KINDS in English; the first question stands in line 7.
const ENGLISH: &str = include_str!("kinds.en.md");

fn translate_into(quiz: &mut Quiz, front: &str, body: &str) -> String {
    let text = format!("---\nformat: quiz/1\ntitle: A quiz\n{front}---\n{body}");
    let path = "courses/phone-service/quiz.en.md";
    reading(path, &text, &Lang::english(), |doc, reading| {
        translate(doc, reading, quiz);
    })
    .1
}

/// The problems of a translation in which `from` is `to`.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(ENGLISH.matches(from).count(), 1, "{from}");
    let (mut quiz, _) = quiz_of("", KINDS);
    translate_into(&mut quiz, "summary: x\n", &ENGLISH.replace(from, to))
}

#[test]
fn texts_go_where_they_belong() {
    let (mut quiz, _) = quiz_of("", KINDS);
    assert_eq!(translate_into(&mut quiz, "summary: In short\n", ENGLISH), "");
    let en = Lang::english();
    let question = |id: &str| quiz.question(id).unwrap();
    assert_eq!(quiz.head.title.get(&en), "A quiz");
    assert_eq!(quiz.head.languages, [Lang::chinese(), en.clone()]);
    assert_eq!(quiz.summary.as_ref().unwrap().get(&en), "In short");
    assert!(quiz.intro.get(&en).contains("notes"));
    let single = question("single");
    assert!(single.prompt.get(&en).contains("What do you say first?"));
    assert_eq!(
        single.explanation.as_ref().unwrap().get(&en),
        "<p>Greet first.</p>"
    );
    let Kind::Choice { options, .. } = &single.kind else {
        panic!("a choice")
    };
    assert_eq!(
        (options[1].text.get(&en), options[1].right),
        ("Hello, <code>Shanggang</code> service.", true)
    );
    assert_eq!(
        options[0].feedback.as_ref().unwrap().get(&en),
        "<p>Too casual.</p>"
    );
    let Kind::Number { unit, .. } = &question("number").kind else {
        panic!("a number")
    };
    assert_eq!(unit.as_ref().unwrap().get(&en), "kilograms");
    let Kind::Order { items } = &question("order").kind else {
        panic!("an order")
    };
    assert_eq!(items[2].get(&en), "Record");
    let Kind::Match { columns, pairs } = &question("match").kind else {
        panic!("a match")
    };
    assert_eq!(
        (columns[0].get(&en), pairs[0].right.get(&en)),
        ("Channel", "30 <strong>seconds</strong>")
    );
    let Kind::Cloze { gaps } = &question("cloze").kind else {
        panic!("a cloze")
    };
    let Gap::DropDown { options, right: 1 } = &gaps[1] else {
        panic!("picked")
    };
    assert_eq!(options[1].get(&en), "an agent");
    let Kind::Essay { criteria } = &question("essay").kind else {
        panic!("an essay")
    };
    assert_eq!((criteria[0].name.get(&en), criteria[0].max), ("Empathy", 3));
}

#[test]
fn short_answers_of_every_language_are_right() {
    let (mut quiz, _) = quiz_of("", KINDS);
    let before = quiz.question("short").unwrap().hash;
    translate_into(&mut quiz, "", ENGLISH);
    let right = |id: &str, answer: &[&str]| {
        let answer: Vec<String> = answer.iter().map(|text| (*text).to_owned()).collect();
        mark(quiz.question(id).unwrap(), &answer) == Mark::Scored(Share::ALL)
    };
    assert!(right("short", &["同意"]) && right("short", &["Agreement"]));
    assert!(right("cloze", &["三十秒", "1", "Hello"]) && right("number", &["24 kilograms"]));
    assert_eq!(
        quiz.question("short").unwrap().hash,
        before,
        "a translation is no new version of a question"
    );
    let Kind::Short { accepted, .. } = &quiz.question("short").unwrap().kind else {
        panic!("a short answer")
    };
    assert_eq!(
        accepted
            .iter()
            .filter(|accepted| accepted.lang == Lang::english())
            .count(),
        3
    );
}

#[test]
fn behaviour_is_refused() {
    let (mut quiz, _) = quiz_of("", KINDS);
    let said = translate_into(&mut quiz, "summary: x\npass: 70%\n", ENGLISH);
    assert_eq!(
        said,
        "5:1 error[behaviour-in-translation] `pass` is behaviour and is written in the default file only"
    );
    insta::assert_snapshot!(changed("- [ ] The number", "- [x] The number"), @r"
    26:1 error[translation-differs] which option is right stands in the default file only
    ");
    insta::assert_snapshot!(changed("## chips\n", "## chips\n`multiple`\n"), @r"
    30:1 error[translation-differs] the chip `multiple` is behaviour and is written in the default file only
    ");
}

#[test]
fn ids_are_compared() {
    insta::assert_snapshot!(changed("## short", "## shorter"), @r"
    43:4 error[translation-differs] the default file has no question `shorter`
    52:4 error[translation-differs] the question `short` of the default file is missing here
    ");
    insta::assert_snapshot!(changed("## essay\n", "## 作文\n"), @r"
    107:4 error[bad-id] `作文` cannot be an id
    107:4 error[translation-differs] the default file has no question `作文`
    119:26 error[translation-differs] the question `essay` of the default file is missing here
    ");
    let (text, number) = ("## text\n\nThe hotline?\n\n= 95000\n\n", "## number\n");
    let moved = ENGLISH
        .replace(text, "")
        .replace("## plain-number\n", &format!("{text}## plain-number\n"));
    assert!(moved.contains(number));
    let (mut quiz, _) = quiz_of("", KINDS);
    insta::assert_snapshot!(translate_into(&mut quiz, "summary: x\n", &moved), @r"
    58:4 error[translation-differs] the question `number` stands at another place than in the default file
    ");
}

#[test]
fn shapes_are_compared() {
    insta::assert_snapshot!(changed("- [ ] The number\n", ""), @r"
    26:1 error[translation-differs] the default file has 3 options here, the translation 2
    ");
    insta::assert_snapshot!(changed("- [ ] The number\n", "- [ ] The number\n- [ ] Shoes\n"), @r"
    28:1 error[translation-differs] the default file has 3 options here, the translation 4
    ");
    insta::assert_snapshot!(changed("3. Record\n", ""), @r"
    82:1 error[translation-differs] the default file has 3 items here, the translation 2
    ");
    insta::assert_snapshot!(changed("| Phone | 1 minute |\n", ""), @r"
    94:2 error[translation-differs] the default file has 3 rows here, the translation 2
    ");
    insta::assert_snapshot!(changed("{{hello}}", "hello"), @r"
    99:95 error[translation-differs] the default file has 3 gaps here, the translation 2
    ");
    insta::assert_snapshot!(changed("*an agent/a visitor", "*an agent"), @r"
    99:95 error[translation-differs] the default file has 3 options here, the translation 2
    ");
    insta::assert_snapshot!(changed("a machine/*an agent", "*a machine/an agent"), @r"
    99:95 error[translation-differs] in the default file option 2 of this gap is the right one
    ");
    insta::assert_snapshot!(changed("{{hello}}", "{{*hello/bye}}"), @r"
    101:22 error[translation-differs] in the default file this gap is of the other kind
    ");
    insta::assert_snapshot!(changed("- Empathy: says sorry first\n", ""), @r"
    116:1 error[translation-differs] the default file has 2 criteria here, the translation 1
    ");
}

#[test]
fn numbers_and_levels_agree_or_are_left_out() {
    insta::assert_snapshot!(changed("= 24 ± 0.5", "= 24 ± 0.6"), @r"
    68:1 error[translation-differs] the default file says 24 ± 0.5 kg
    ");
    insta::assert_snapshot!(changed("How many degrees?\n", "How many degrees?\n\n= -5 °C\n"), @r"
    74:1 error[translation-differs] the default file says -5
    ");
    insta::assert_snapshot!(changed("Empathy:", "Empathy (0..4):"), @r"
    116:1 error[translation-differs] in the default file the levels are (0..3)
    ");
    assert_eq!(changed("Empathy:", "Empathy (0..3):"), "");
    assert_eq!(
        changed("How many degrees?\n", "How many degrees?\n\n= -5.0\n"),
        ""
    );
}

#[test]
fn texts_missing_or_added_are_differences() {
    insta::assert_snapshot!(changed("  > Too casual.\n", ""), @r"
    14:1 error[translation-differs] the default file has feedback here, the translation has none
    ");
    insta::assert_snapshot!(changed("> By channel.\n", ""), @r"
    97:4 error[translation-differs] the default file has an explanation here, the translation has none
    ");
    insta::assert_snapshot!(changed("= 95000\n", "= 95000\n\n> Added.\n"), @r"
    64:1 error[translation-differs] only the translation has an explanation here
    ");
    insta::assert_snapshot!(changed("= sorry\n", ""), @r"
    52:4 error[translation-differs] the default file has answers here, the translation has none
    ");
    insta::assert_snapshot!(changed("Read the [notes](https://example.com) first.\n", ""), @r"
    7:1 error[translation-differs] the default file has an introduction here, the translation has none
    ");
}

#[test]
fn another_kind_of_question_is_a_difference() {
    insta::assert_snapshot!(changed("- [ ] True\n- [ ] False\n", "= False\n"), @r"
    40:1 error[translation-differs] in the default file this question is a choice
    ");
    insta::assert_snapshot!(changed("= sorry\n", "- [ ] sorry\n"), @r"
    56:1 error[translation-differs] in the default file this question is a short answer or a number
    ");
    insta::assert_snapshot!(changed("|---|---|\n", ""), @r"
    87:4 error[translation-differs] in the default file this question is a match
    ");
}

#[test]
fn a_question_that_could_not_be_read_is_not_missing() {
    let (mut quiz, said) = quiz_of("", "## a\n一？\n\n## b\n二？\n= 二\n");
    assert!(said.contains("no-answer"));
    let said = translate_into(&mut quiz, "summary: x\n", "## a\nOne?\n\n## b\nTwo?\n= two\n");
    assert_eq!(said, "");
}

#[test]
fn lessons_have_their_checks_compared() {
    let head = "---\nformat: lesson/1\ntitle: 问候\ncomplete: checks\n---\n";
    let (default, said) = lesson(&format!(
        "{head}文\n\n## 一\n\n## check-a\n？\n- [x] 甲\n- [ ] 乙\n\n## 二\n尾\n"
    ));
    assert_eq!(said, "");
    let mut default = default.unwrap();
    let mut translate = |front: &str, body: &str| {
        let text = format!("---\nformat: lesson/1\ntitle: Greeting\n{front}---\n{body}");
        let path = "courses/phone-service/greeting.en.md";
        reading(path, &text, &Lang::english(), |doc, reading| {
            lessons::translate(doc, reading, &mut default);
        })
        .1
    };
    assert_eq!(
        translate(
            "",
            "Text\n\n## check-a\nWhich?\n- [ ] A\n- [ ] B\n\n# Two\nEnd\n\n## More\n"
        ),
        ""
    );
    insta::assert_snapshot!(translate("complete: read\n", "## check-b\nWhich?\n- [ ] A\n"), @r"
    4:1 error[behaviour-in-translation] `complete` is behaviour and is written in the default file only
    6:4 error[translation-differs] the default file has no question `check-b`
    8:8 error[translation-differs] the question `check-a` of the default file is missing here
    ");
    assert_eq!(default.prose[0].get(&Lang::english()), "<p>Text</p>");
    assert_eq!(
        default.prose[1].get(&Lang::english()),
        "<h1>Two</h1><p>End</p><h2>More</h2>"
    );
    assert_eq!(default.checks[0].prompt.get(&Lang::english()), "<p>Which?</p>");
}
