//! Files as text: places, standards, bytes that are none.

use super::*;

fn filled(text: &str) -> (Source, Problems) {
    let mut source = Source::plain("a.md", text.to_owned());
    let mut problems = Problems::default();
    let standards = BTreeMap::from([("phone".to_owned(), "1 min".to_owned())]);
    source.fill_in(&standards, &mut problems);
    (source, problems)
}

#[test]
fn places_behind_a_standard_lead_back_to_the_written_text() {
    let (source, problems) = filled("电话 {{std.phone}} 内接起\n第二行");
    assert_eq!(source.text, "电话 1 min 内接起\n第二行");
    assert!(problems.is_empty());
    let at = source.text.find("内").unwrap();
    assert_eq!(source.position(at), Position { line: 1, column: 18 });
    let second = source.text.find("第二").unwrap();
    assert_eq!(source.position(second), Position { line: 2, column: 1 });
}

#[test]
fn an_unknown_standard_is_named_where_it_stands() {
    let (_, problems) = filled("a\n{{std.phon}}");
    let problem = problems.iter().next().unwrap();
    assert_eq!(
        (problem.line, problem.column, problem.code),
        (2, 1, "unknown-standard")
    );
    assert!(problem.help.as_ref().unwrap().en.contains("phone"));
}

#[test]
fn what_is_no_mention_stays_and_hides_none_behind_it() {
    let (source, problems) = filled("{{std.phone\n{{std.phone}} {{a|b}}");
    assert_eq!(source.text, "{{std.phone\n1 min {{a|b}}");
    assert!(problems.is_empty());
    assert_eq!(filled("{{std.other}}").0.text, "other");
}

#[test]
fn a_values_change_changes_the_version_of_what_uses_it() {
    let (one, _) = filled("{{std.phone}}");
    let mut other = Source::plain("a.md", "{{std.phone}}".to_owned());
    other.fill_in(
        &BTreeMap::from([("phone".to_owned(), "2 min".to_owned())]),
        &mut Problems::default(),
    );
    assert_ne!(one.version(), other.version());
    assert_eq!(filled("x").0.version(), filled("x").0.version());
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let read = |bytes: &[u8]| {
        let mut problems = Problems::default();
        let file = File {
            path: "a.md".to_owned(),
            bytes: bytes.to_vec(),
        };
        let text = Source::decode(&file, &mut problems).map(|source| source.text);
        (
            text,
            problems
                .iter()
                .map(|p| (p.code, p.line, p.column))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        read("\u{feff}a\r\nb".as_bytes()),
        (Some("a\nb".to_owned()), vec![])
    );
    assert_eq!(read(b"ok\nno\xff"), (None, vec![("not-utf8", 2, 3)]));
    assert_eq!(
        read(b"a\x07b\n\x00c"),
        (
            Some("ab\nc".to_owned()),
            vec![("control-character", 1, 2), ("control-character", 2, 1)]
        )
    );
    assert_eq!(
        read(b"a\rb\rc"),
        (Some("a\nb\nc".to_owned()), vec![("control-character", 1, 2)])
    );
    assert_eq!(read(&[b"ab", &[0; 200][..]].concat()).0, None);
    assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]).1, vec![("too-large", 1, 1)]);
}
