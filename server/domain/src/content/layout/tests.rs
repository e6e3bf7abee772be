use super::super::glossary::Term;
use super::*;
use crate::content::doc::Head;
use crate::content::lesson::Complete;
use crate::content::plain_text;
use crate::hash::Hash;
use proptest::prelude::*;

fn head() -> Head {
    Head {
        id: "c/one".to_owned(),
        version: Hash::of(b""),
        title: Text::new("一"),
        languages: vec![Lang::chinese(), Lang::english()],
    }
}

fn glossary(terms: &[(&str, &str)]) -> Glossary {
    let term = |(chinese, english): &(&str, &str)| {
        let mut term = Text::new(*chinese);
        term.translate(&Lang::english(), *english);
        Term {
            term,
            meaning: Text::new("…"),
        }
    };
    Glossary {
        head: head(),
        terms: terms.iter().map(term).collect(),
    }
}

fn lesson(prose: &[(&str, &str)]) -> Lesson {
    let text = |(chinese, english): &(&str, &str)| {
        let mut text = Text::new(*chinese);
        text.translate(&Lang::english(), *english);
        text
    };
    Lesson {
        head: head(),
        course: "c".to_owned(),
        minutes: None,
        complete: Complete::Read,
        prose: prose.iter().map(text).collect(),
        checks: Vec::new(),
        layouts: Vec::new(),
        outline: Vec::new(),
    }
}

fn marked(terms: &[(&str, &str)], html: &str) -> String {
    let mut lesson = lesson(&[(html, html)]);
    lay_out(&mut lesson, Some(&glossary(terms)));
    let html = lesson.prose[0].get(&Lang::english()).to_owned();
    html.replace("<button type=\"button\" class=\"term\" popovertarget=", "[")
        .replace("</button>", "]")
}

#[test]
fn the_first_mention_of_a_term_is_marked() {
    let terms = [("共情", "empathy"), ("首答", "first answer")];
    assert_eq!(
        marked(&terms, "<p>Empathy, then empathy. A first\nanswer.</p>"),
        "<p>[\"term-1\">Empathy], then empathy. A [\"term-2\">first\nanswer].</p>"
    );
    let mut two = lesson(&[("<p>先共情。</p>", ""), ("<p>再共情，再首答。</p>", "")]);
    lay_out(&mut two, Some(&glossary(&terms)));
    assert!(two.prose[0].default().contains("\"term-1\">共情</button>。"));
    assert!(two.prose[1].default().starts_with("<p>再共情，再<button"));
    assert_eq!(two.layout(&Lang::chinese()).terms, [0, 1]);
}

#[test]
fn the_longest_term_is_meant() {
    let terms = [("", "answer"), ("", "first answer")];
    assert_eq!(
        marked(&terms, "<p>first answer, first answer, answer</p>"),
        "<p>[\"term-2\">first answer], first answer, [\"term-1\">answer]</p>"
    );
}

#[test]
fn words_are_marked_as_wholes_and_chinese_anywhere() {
    let terms = [("", "role"), ("", "岗位")];
    assert_eq!(
        marked(&terms, "<p>roles, patrole, role-play, role3, 岗位role.</p>"),
        "<p>roles, patrole, role-play, role3, [\"term-2\">岗位][\"term-1\">role].</p>"
    );
}

#[test]
fn headings_links_code_and_heads_of_tables_stay() {
    let terms = [("", "role")];
    for html in [
        "<h4>role</h4>",
        "<p><a href=\"/x\"><em>role</em></a></p>",
        "<p><code>role</code></p>",
        "<pre><code>role</code></pre>",
        "<table><thead><tr><th>role</th></tr></thead></table>",
        "<td data-say=\"good\"><span class=\"say-word\">role</span></td>",
        "<p><img src=\"/role.png\" alt=\"role\" loading=\"lazy\"></p>",
    ] {
        assert_eq!(marked(&terms, html), html);
    }
    assert!(marked(&terms, "<table><tbody><tr><td>role</td></tr></tbody></table>").contains('['));
}

#[test]
fn an_escaped_character_is_one_character() {
    let terms = [("", "amp"), ("", "q&a"), ("", "39")];
    assert_eq!(
        marked(&terms, "<p>a &amp; b&#39;s Q&amp;A</p>"),
        "<p>a &amp; b&#39;s [\"term-2\">Q&amp;A]</p>"
    );
}

#[test]
fn headings_are_counted_through_the_lesson() {
    let mut lesson = lesson(&[
        ("<h2>先<em>听</em></h2><p>…</p>", "<h2>Listen</h2>"),
        ("<h3>再说</h3><h4>小</h4>", "<h3>Then talk</h3>"),
    ]);
    lay_out(&mut lesson, None);
    assert_eq!(
        lesson.prose[0].default(),
        "<h2 id=\"part-1\">先<em>听</em></h2><p>…</p>"
    );
    assert_eq!(
        lesson.prose[1].get(&Lang::english()),
        "<h3 id=\"part-2\">Then talk</h3>"
    );
    let titles = |lang: &Lang| {
        let parts = lesson.layout(lang).parts.iter();
        parts
            .map(|part| (part.id.clone(), part.below, part.title.clone()))
            .collect::<Vec<_>>()
    };
    let part = |id: &str, below, title: &str| (id.to_owned(), below, title.to_owned());
    assert_eq!(
        titles(&Lang::chinese()),
        [part("part-1", false, "先听"), part("part-2", true, "再说")]
    );
    assert_eq!(
        titles(&Lang::english()),
        [part("part-1", false, "Listen"), part("part-2", true, "Then talk")]
    );
}

#[test]
fn reading_takes_as_long_as_the_text_is() {
    let minutes = |chinese: &str| {
        let mut lesson = lesson(&[(chinese, chinese)]);
        lay_out(&mut lesson, None);
        lesson.minutes(&Lang::chinese())
    };
    assert_eq!(minutes(""), 1);
    assert_eq!(minutes(&format!("<p>{}</p>", "字".repeat(400))), 1);
    assert_eq!(minutes(&format!("<p>{}</p>", "字，".repeat(401))), 2);
    assert_eq!(minutes(&format!("<p>{}</p>", "it's well-known ".repeat(100))), 1);
    assert_eq!(minutes(&format!("<p>{}</p>", "word ".repeat(201))), 2);
    assert_eq!(minutes(&"字word ".repeat(200)), 2);
    let mut said = lesson(&[("", "")]);
    said.minutes = Some(7);
    assert_eq!(said.minutes(&Lang::chinese()), 7);
}

proptest! {
    #[test]
    fn marks_change_no_text_and_no_term_is_marked_twice(
        terms in proptest::collection::vec("[abA &<共情首答-]{1,4}", 0..5),
        texts in proptest::collection::vec("[abA &<>'\"共情首答，\n-]{0,40}", 1..4),
        tag in prop_oneof![Just("p"), Just("h2"), Just("em"), Just("code")],
    ) {
        let html: Vec<String> = texts
            .iter()
            .map(|text| format!("<{tag}>{}</{tag}>", crate::content::html::escape(text)))
            .collect();
        let pairs: Vec<_> = html.iter().map(|html| (html.as_str(), html.as_str())).collect();
        let words: Vec<_> = terms.iter().map(|term| (term.as_str(), term.as_str())).collect();
        let mut lesson = lesson(&pairs);
        lay_out(&mut lesson, Some(&glossary(&words)));
        let all: String = lesson.prose.iter().map(Text::default).collect();
        for (text, before) in lesson.prose.iter().zip(&html) {
            prop_assert_eq!(plain_text(text.default()), plain_text(before));
        }
        for place in 0..terms.len() {
            let marks = all.matches(&format!("popovertarget=\"{}\"", term_id(place))).count();
            prop_assert!(marks <= 1);
            let found = &lesson.layout(&Lang::chinese()).terms;
            prop_assert_eq!(marks == 1, found.contains(&place));
        }
    }
}
