//! What is wrong with a kit is said where it is.

use super::super::model::{Answer, Kind, Observe, Side, Threshold};
use super::{ENGLISH, EXAMPLE, check, said, sound, with_doc};
use crate::content::problem::Problem;
use crate::lang::Lang;
use crate::score::Milli;
use insta::assert_snapshot;
use proptest::prelude::*;

/// The example with one text replaced, and what is wrong with it then.
fn wrong(old: &str, new: &str) -> String {
    assert_eq!(EXAMPLE.matches(old).count(), 1, "{old} occurs once");
    said(&check(&EXAMPLE.replace(old, new)).1)
}

#[test]
fn the_example_reads_as_it_is_written() {
    let kit = sound(EXAMPLE);
    assert_eq!(
        (kit.raters, kit.pass, kit.roles.as_slice()),
        (2, Milli::whole(65), &["phone-agent".to_owned()][..])
    );
    assert_eq!(
        (kit.competencies[0].weight, kit.competencies[0].min),
        (Milli::whole(3), Some(Milli(2500)))
    );
    let kinds: Vec<&Kind> = kit.items.iter().map(|item| &item.kind).collect();
    assert_eq!(kinds, [&Kind::Question, &Kind::Task, &Kind::Simulation]);
    let napkins = &kit.items[1];
    assert_eq!(
        (
            napkins.group,
            napkins.seconds,
            napkins.pieces,
            napkins.rates.as_slice()
        ),
        (true, Some(2400), Some(200), &[0][..])
    );
    let ticks = ["steady", "slowing", "sighing", "stops", "asks-why"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(napkins.observe, Some(Observe { seconds: 300, ticks }));
    let stranger = &kit.items[2];
    assert_eq!(stranger.body.default(), "<p>考官离开后，有人进来问路。</p>");
    assert!(
        stranger
            .script
            .as_ref()
            .unwrap()
            .default()
            .starts_with("<p>“请问技术部在哪里？”")
    );
    let levels: Vec<u8> = stranger.anchors.iter().map(|(level, _)| *level).collect();
    assert_eq!(
        (levels.as_slice(), stranger.anchors[0].1.default()),
        (&[1, 3, 5][..], "不理会，或只说“不知道”")
    );
}

#[test]
fn front_matter() {
    assert_snapshot!(wrong("raters: 2", "raters: 0"), @"5:9 wrong-value: `raters` must be a whole number from 1 to 20");
    assert_snapshot!(wrong("pass: 65", "pass: 101"), @"6:7 wrong-value: `pass` must be a number from 0 to 100");
    assert_snapshot!(wrong("min: 2.5", "min: 0.5"), @"8:45 wrong-value: `min` must be a number from 1 to 5");
    assert_snapshot!(wrong("weight: 3", "weight: 0").lines().next().unwrap_or(""), @"");
    let all_zero = EXAMPLE
        .replace("weight: 3", "weight: 0")
        .replace("weight: 2", "weight: 0");
    assert_snapshot!(said(&check(&all_zero).1), @"7:1 no-weight: nothing here has a weight over 0");
    assert_snapshot!(wrong("title: 耐心, ", ""), @"8:16 missing-key: `title` is missing");
}

#[test]
fn chips() {
    let chip = |new: &str| wrong("`question` `rates: patience` `5min`", new);
    assert_eq!(chip("`question` `rates: patience, helpfulness` `90s`"), "");
    assert_eq!(chip("`question` `rates: patience helpfulness`"), "");
    assert_snapshot!(chip("`rates: patience`"), @"12:4 item-without-kind: the item does not say what it is");
    assert_snapshot!(chip("`question` `task` `rates: patience`"), @"13:12 item-of-two-kinds: an item has one kind");
    assert_snapshot!(chip("`question` `question` `rates: patience`"), @"13:12 duplicate-chip: `question` is said twice");
    assert_snapshot!(
        chip("`question` `rates: patience` `rates: helpfulness`"),
        @"13:30 duplicate-chip: `rates: helpfulness` is said twice"
    );
    assert_snapshot!(chip("`question` `rates: patience, patience`"), @"13:12 duplicate-chip: `patience` is said twice");
    assert_snapshot!(chip("`question` `rates: patience, humour`"), @"13:12 unknown-competency: there is no competency `humour`");
    assert_snapshot!(chip("`question` `rates:`"), @"13:12 bad-chip: `rates:` cannot be read");
    assert_snapshot!(chip("`question`"), @"? 12:4 rates-nothing: the item rates no competency, so its ratings count nowhere");
    assert_snapshot!(chip("`question` `rates: patience` `5 minutes`"), @"13:30 bad-chip: `5 minutes` cannot be read");
    assert_snapshot!(chip("`question` `rates: patience` `0 pieces`"), @"13:30 bad-chip: `0 pieces` cannot be read");
    assert_snapshot!(chip("`question` `rates: patience` `alone`"), @"13:30 unknown-chip: unknown chip `alone`");
    assert_snapshot!(chip("`question` `rates: patience` `observe: x`"), @"13:30 bad-chip: `observe: x` cannot be read");
    assert_snapshot!(
        chip("`question` `rates: patience` `observe every 5min: x,, y`"),
        @"13:30 bad-chip: `observe every 5min: x,, y` cannot be read"
    );
    assert_snapshot!(chip("`question` `rates: patience` `date`"), @"13:30 unknown-chip: unknown chip `date`");
    assert_snapshot!(chip("`question` `rates: patience` `threshold >= 1 x`"), @"13:30 unknown-chip: unknown chip `threshold >= 1 x`");
}

#[test]
fn a_misspelt_competency_is_not_missed_as_well() {
    assert_snapshot!(
        wrong("`rates: helpfulness`", "`rates: helpfulnes`"),
        @"31:14 unknown-competency: there is no competency `helpfulnes`"
    );
}

#[test]
fn facts_and_measures_screen() {
    let with = |item: &str| format!("{EXAMPLE}\n## more\n{item}\n\n有没有上岗证？\n\n- 有\n- 没有\n");
    let kind = |item: &str| sound(&with(item)).items[3].kind.clone();
    assert_eq!(kind("`fact`"), Kind::Fact(Answer::YesNo));
    assert_eq!(kind("`fact` `date`"), Kind::Fact(Answer::Date));
    let typing = Threshold {
        side: Side::AtLeast,
        number: Milli::whole(40),
        unit: "wpm".to_owned(),
    };
    assert_eq!(
        kind("`measure` `threshold >= 40 wpm` `5min`"),
        Kind::Measure(typing.clone())
    );
    assert!(typing.met(Milli::whole(40)) && !typing.met(Milli(39_999)));
    let errors = Threshold {
        side: Side::AtMost,
        number: Milli(2500),
        unit: "errors a page".to_owned(),
    };
    assert_eq!(
        kind("`measure` `threshold <= 2.5 errors a page`"),
        Kind::Measure(errors.clone())
    );
    assert!(errors.met(Milli(2500)) && !errors.met(Milli(2501)));
    let wrong = |item: &str| said(&check(&with(item)).1);
    assert_snapshot!(wrong("`measure`"), @"43:4 no-threshold: the measure does not say what is fit");
    assert_snapshot!(wrong("`measure` `threshold > 40 wpm`"), @"44:11 bad-chip: `threshold > 40 wpm` cannot be read");
    assert_snapshot!(wrong("`measure` `threshold >= 40`"), @"44:11 bad-chip: `threshold >= 40` cannot be read");
    assert_snapshot!(wrong("`fact` `threshold >= 40 wpm`"), @"44:8 unknown-chip: unknown chip `threshold >= 40 wpm`");
    assert_snapshot!(
        wrong("`fact` `rates: patience`"),
        @"44:8 only-screens: facts and measures only screen, so `rates: patience` has no meaning here"
    );
    assert!(!sound(&with("`fact`")).items[3].kind.is_rated());
}

#[test]
fn scripts() {
    assert_snapshot!(wrong("### Script", "### 脚本"), @"30:4 no-script: the simulation has no script");
    assert_snapshot!(wrong("`simulation`", "`task`"), @"35:1 script-unused: only a simulation has a script");
    let ended = EXAMPLE.replace("- 1: 不理会", "### 评分\n\n看什么。\n\n- 1: 不理会");
    let stranger = &sound(&ended).items[2];
    assert!(stranger.body.default().ends_with("<h3>评分</h3><p>看什么。</p>"));
    assert!(!stranger.script.as_ref().unwrap().default().contains("评分"));
}

/// What is wrong with a translation, without the words that are always the same.
fn differences(problems: &[Problem]) -> String {
    said(problems)
        .replace("the translation differs from the default file: ", "")
        .replace(" is behaviour and is written in the default file only", "")
}

fn translated(text: &str) -> (super::Kit, String) {
    let mut kit = sound(EXAMPLE);
    let (_, problems) = with_doc(text, &Lang::english(), |doc, reading| {
        super::super::translate(doc, reading, &mut kit);
    });
    (kit, differences(&problems))
}

#[test]
fn a_translation_has_every_text() {
    let (kit, problems) = translated(ENGLISH);
    assert_eq!(problems, "");
    let en = Lang::english();
    assert_eq!(
        (kit.head.title.get(&en), kit.competencies[1].title.get(&en)),
        ("Customer service interview", "Helpfulness")
    );
    let stranger = &kit.items[2];
    assert_eq!(
        stranger.anchors[2].1.get(&en),
        "“I will ask for you”, and does".replace(['“', '”'], "&quot;")
    );
    assert!(
        stranger
            .script
            .as_ref()
            .unwrap()
            .get(&en)
            .contains("technical department")
    );
}

#[test]
fn differences_of_a_translation_are_errors() {
    let wrong = |old: &str, new: &str| {
        assert_eq!(ENGLISH.matches(old).count(), 1, "{old} occurs once");
        translated(&ENGLISH.replace(old, new)).1
    };
    assert_snapshot!(wrong("## napkins\n", "## napkin\n"), @"
    9:1 translation-differs: `napkins` is missing here
    17:4 translation-differs: `napkin` does not stand there; did you mean `napkins`?
    ");
    assert_snapshot!(wrong("## napkins\n", "## napkins\n`task`\n"), @"18:1 behaviour-in-translation: `task`");
    assert_snapshot!(wrong("- 3: Slows down, but finishes\n", ""), @"17:4 translation-differs: the anchor 3 is missing here");
    assert_snapshot!(
        wrong("- 3: Slows down, but finishes\n", "- 2: Slow\n- 3: Slows down, but finishes\n"),
        @"22:1 translation-differs: the anchor 2 is only here"
    );
    assert_snapshot!(wrong("### Script", "### The script"), @"25:4 translation-differs: the script is missing here");
    assert_snapshot!(
        wrong("Watch once how it is done, then fold paper napkins.", ""),
        @"17:4 translation-differs: its text is missing here"
    );
    assert_snapshot!(wrong("{ title: Patience }", "{ title: Patience, min: 2.5 }"), @"5:35 behaviour-in-translation: `min`");
    assert_snapshot!(wrong("competencies:", "raters: 2\ncompetencies:"), @"4:1 behaviour-in-translation: `raters`");
}

const PIECES: [&str; 16] = [
    "## ",
    "### Script\n",
    "- 1: ",
    "- 6: x\n",
    "`question`",
    "`rates: ",
    "`observe every ",
    "`threshold >= ",
    "`",
    "\n\n",
    ": ",
    "> ",
    "5min",
    "` ",
    "99999999999 pieces",
    "\u{301}",
];

proptest! {
    #[test]
    fn any_change_of_a_valid_file_is_answered(
        from in 0..1000_usize, length in 0..60_usize, piece in proptest::sample::select(&PIECES[..]),
    ) {
        let text: Vec<char> = EXAMPLE.chars().collect();
        let from = from * text.len() / 1000;
        let to = (from + length).min(text.len());
        let changed: String = text[..from].iter().copied().chain(piece.chars()).chain(text[to..].iter().copied()).collect();
        for problem in check(&changed).1 {
            prop_assert!(problem.line >= 1 && changed.get(problem.span.clone()).is_some(), "{problem:?}");
        }
    }

    #[test]
    fn any_body_is_answered(body in "\\PC{0,60}", pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..20)) {
        let front = EXAMPLE.split("## same").next().unwrap_or("");
        check(&format!("{front}{body}\n{}", pieces.concat()));
    }
}
