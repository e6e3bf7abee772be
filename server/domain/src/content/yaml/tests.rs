//! Front matter as a tree: places, and what is refused.

use super::*;

fn read(text: &str) -> (Option<Node>, Vec<(&'static str, usize, usize)>) {
    let source = Source::plain("a.md", text.to_owned());
    let mut problems = Problems::default();
    let node = parse(&source, 0..text.len(), &mut problems);
    (
        node,
        problems.iter().map(|p| (p.code, p.line, p.column)).collect(),
    )
}

#[test]
fn keys_and_values_know_their_place() {
    let (node, problems) = read("title: 电话\nlist: [一, { b: 1.10 }]\n");
    assert!(problems.is_empty());
    let Some(Node {
        value: Value::Map(entries),
        ..
    }) = node
    else {
        panic!("a map")
    };
    assert_eq!(entries[0].node.span, 7..13);
    let Value::List(items) = &entries[1].node.value else {
        panic!("a list")
    };
    assert_eq!(
        items[0].value,
        Value::Scalar {
            text: "一".to_owned(),
            quoted: false
        }
    );
    let Value::Map(inner) = &items[1].value else {
        panic!("a map")
    };
    assert_eq!(
        inner[0].node.value,
        Value::Scalar {
            text: "1.10".to_owned(),
            quoted: false
        }
    );
}

#[test]
fn what_hides_meaning_is_refused() {
    assert_eq!(read("a: 1\na: 2\n").1, vec![("duplicate-key", 2, 1)]);
    assert_eq!(read("a: &x 1\n").1.len(), 1);
    assert_eq!(read("a: !!str 1\n").1.len(), 1);
    assert_eq!(read("a: &x 1\nb: *x\n").1.len(), 2);
    assert_eq!(read("a: [1\nb: 2\n").1.len(), 1);
    assert_eq!(read(&"[".repeat(500)).0, None);
}
