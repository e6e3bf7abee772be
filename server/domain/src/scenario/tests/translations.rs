//! Translations: texts in another language, and every difference reported in the translation's file.

use super::super::model::{Exit, Wording};
use super::super::prove::prove_translation;
use super::{EXAMPLE, SMALL, forbidden, said, small, sound, with_doc};
use crate::content::problem::{Problem, Problems};
use crate::content::source::Source;
use crate::lang::Lang;
use insta::assert_snapshot;

const ENGLISH: &str = "---
format: scenario/1
title: A new scenario
criteria:
  care: { title: Care }
---

## a

> **Customer**: Hello.

- Hello, what can I do for you?
- [Make it quick.](#b)
  > Too hasty.

## b

> **Customer**: My parcel is lost.

- [Find it yourself.](#z)
  > Passed on to the customer.
- I will look for it by your number.

## z
";

fn translated(default: &str, text: &str) -> (super::Scenario, Vec<Problem>) {
    let mut scenario = sound(default);
    let (_, problems) = with_doc("scenarios/x.en.md", text, &Lang::english(), |doc, reading| {
        super::super::translate(doc, reading, &mut scenario);
    });
    (scenario, problems.sorted())
}

fn wrong(old: &str, new: &str) -> String {
    assert_eq!(ENGLISH.matches(old).count(), 1, "{old} occurs once");
    let said = said(&translated(SMALL, &ENGLISH.replace(old, new)).1);
    // Without the words that are always the same.
    said.replace("the translation differs from the default file: ", "")
        .replace(" is behaviour and is written in the default file only", "")
}

#[test]
fn every_text_has_its_translation() {
    let (scenario, problems) = translated(SMALL, ENGLISH);
    assert!(problems.is_empty(), "{problems:#?}");
    let en = Lang::english();
    assert_eq!(scenario.head.languages, [Lang::chinese(), en.clone()]);
    assert_eq!(
        (scenario.head.title.get(&en), scenario.criteria[0].title.get(&en)),
        ("A new scenario", "Care")
    );
    let node = &scenario.nodes[1];
    assert_eq!(
        node.body.get(&en),
        "<blockquote><p><strong>Customer</strong>: My parcel is lost.</p></blockquote>"
    );
    let Exit::Choices(choices) = &node.exit else {
        panic!("choices")
    };
    assert_eq!(choices[0].plain.get(&en), "Find it yourself.");
    assert_eq!(
        choices[0].feedback.as_ref().map(|text| text.get(&en)),
        Some("<p>Passed on to the customer.</p>")
    );
    assert_eq!(choices[1].text.get(&en), "I will look for it by your number.");
}

#[test]
fn differences_are_errors() {
    assert_snapshot!(wrong("## b", "## bb"), @"
    8:1 translation-differs: `b` is missing here
    16:4 translation-differs: `bb` does not stand there; did you mean `b`?
    ");
    assert_snapshot!(wrong("(#z)", "(#a)"), @"20:3 translation-differs: it leads to `#a` here, to `#z` there");
    assert_snapshot!(wrong("by your number.", "by your number. `care +1`"), @"22:38 behaviour-in-translation: `care +1`");
    assert_snapshot!(wrong("(#z)", "(#z) `care +1`"), @"20:27 behaviour-in-translation: `care +1`");
    assert_snapshot!(wrong("## b\n", "## b\n`within 30s`\n"), @"17:1 behaviour-in-translation: `within 30s`");
    assert_snapshot!(
        wrong("- I will look for it by your number.\n", ""),
        @"20:1 translation-differs: the number of choices is 1 here, 2 there"
    );
    assert_snapshot!(wrong("  > Too hasty.\n", ""), @"13:3 translation-differs: the feedback is missing here");
    assert_snapshot!(wrong("for you?", "for you?\n  > Good."), @"12:3 translation-differs: only this one has feedback");
    assert_snapshot!(wrong("> **Customer**: Hello.\n", ""), @"11:1 translation-differs: its text is missing here");
    assert_snapshot!(wrong("## z\n", "## z\n\n**End:** fail\n"), @"26:1 translation-differs: the end is another");
    assert_snapshot!(wrong("## z\n", "## z\n\n[on](#a)\n"), @"
    26:1 bad-link: a link cannot lead to `#a`
    26:1 translation-differs: the node goes on in another way there
    26:1 translation-differs: only this one has a text here
    ");
    assert_snapshot!(wrong("## z\n", "## z\n\n## Tests\n\n- a 1 → pass\n"), @"26:1 behaviour-in-translation: `## Tests`");
    assert_snapshot!(wrong("title: A new scenario\n", "title: A new scenario\npass: 3\n"), @"4:1 behaviour-in-translation: `pass`");
    assert_snapshot!(wrong("{ title: Care }", "{ title: Care, max: 2 }"), @"5:24 behaviour-in-translation: `max`");
    assert_snapshot!(wrong("## a\n", "Read this.\n\n## a\n"), @"8:1 translation-differs: only this one has a text here");
    assert_eq!(wrong("## z\n", "## z\n\n**End:** pass\n"), "");
}

#[test]
fn a_reply_has_its_own_words() {
    let english = "---
format: scenario/1
title: x
criteria:
  empathy: { title: a }
  process: { title: b }
  timely: { title: c }
---

## open

> W

- a
  > f
- b
  > f
- c
  > f

## look-up

> W

- a
  > f
- b
- c
  > f

## promise

> W

```reply
must: sorry|apolog
ban: @forbidden
```

## closing

> W

- a
- b
  > f

## thanks

## hang-up

Gone.
";
    let (scenario, problems) = translated(EXAMPLE, english);
    assert!(problems.is_empty(), "{problems:#?}");
    let Exit::Reply(reply) = &scenario.nodes[2].exit else {
        panic!("a reply")
    };
    let words = |lang: &Lang| reply.must.of(lang).to_vec();
    assert_eq!(
        words(&Lang::english()),
        [
            Wording::Words("sorry".to_owned()),
            Wording::Words("apolog".to_owned())
        ]
    );
    assert_eq!(words(&Lang::chinese()).len(), 2);
    let wrong = |key: &str| said(&translated(EXAMPLE, &english.replace("ban: @forbidden", key)).1);
    assert_eq!(wrong("to: #closing"), "");
    assert!(wrong("to: #thanks").contains("translation-differs"));
    assert!(wrong("max: 400").contains("behaviour-in-translation"));
    assert!(wrong("rate: empathy 0..1").contains("behaviour-in-translation"));
    // Anchors and the guide in this language's own words; what is left out is read in the default's.
    let anchored = EXAMPLE.replace(
        "rate: empathy 0..1",
        "rate: empathy 0..1\nanchor: empathy 0 没有道歉\nanchor: empathy 1 道歉\nguide: 分开看",
    );
    let with = |lines: &str| english.replace("ban: @forbidden", lines);
    let (scenario, problems) = translated(&anchored, &with("anchor: empathy 1 Says sorry\nguide: Apart"));
    assert!(problems.is_empty(), "{problems:#?}");
    let Exit::Reply(reply) = &scenario.nodes[2].exit else {
        panic!("a reply")
    };
    let read: Vec<_> = reply
        .anchors
        .iter()
        .map(|anchor| anchor.text.get(&Lang::english()))
        .collect();
    assert_eq!(read, ["没有道歉", "Says sorry"]);
    assert_eq!(
        reply.guide.as_ref().map(|guide| guide.get(&Lang::english())),
        Some("Apart")
    );
    let wrong = |default: &str, lines: &str| said(&translated(default, &with(lines)).1);
    for (default, lines, code) in [
        (EXAMPLE, "anchor: empathy 1 Says sorry", "translation-differs"),
        (EXAMPLE, "guide: Apart", "translation-differs"),
        (&anchored, "anchor: process 1 x", "translation-differs"),
        (&anchored, "anchor: empathy 2 x", "translation-differs"),
        (&anchored, "anchor: empathy x", "bad-anchor"),
        (
            &anchored,
            "anchor: empathy 1 x\nanchor: empathy 1 y",
            "duplicate-key",
        ),
    ] {
        assert!(wrong(default, lines).contains(code), "{lines}");
    }
}

#[test]
fn a_link_may_be_repeated_or_plain() {
    let default = small("## z\n\n", "## z\n\n第二天。\n\n[继续](#y)\n\n## y\n\n");
    for link in ["[Go on](#y)", "Go on"] {
        let text = format!("{ENGLISH}\nThe next day.\n\n{link}\n\n## y\n");
        let (scenario, problems) = translated(&default, &text);
        assert!(problems.is_empty(), "{problems:#?}");
        let Exit::Go(go) = &scenario.nodes[2].exit else {
            panic!("a link")
        };
        assert_eq!(
            (
                go.text.get(&Lang::english()),
                scenario.nodes[2].body.get(&Lang::english())
            ),
            ("Go on", "<p>The next day.</p>")
        );
    }
    let other = format!("{ENGLISH}\nThe next day.\n\n[Go on](#a)\n\n## y\n");
    assert!(said(&translated(&default, &other).1).contains("it leads to `#a` here, to `#y` there"));
}

#[test]
fn a_translation_that_says_a_forbidden_phrase_of_its_language_is_told_so() {
    let rude = ENGLISH.replace("- Hello, what can I do for you?", "- Hello, that's not my job.");
    assert_ne!(rude, ENGLISH);
    let (scenario, problems) = translated(SMALL, &rude);
    assert!(problems.is_empty(), "{problems:#?}");
    let source = Source::plain("scenarios/x.en.md", rude);
    let mut problems = Problems::default();
    prove_translation(&source, &scenario, &Lang::english(), &forbidden(), &mut problems);
    assert_snapshot!(said(&problems.sorted()), @"? 12:3 forbidden-phrase: a choice that scores says the forbidden phrase “not my job”");
}
