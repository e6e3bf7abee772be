//! Whatever is done to a content folder, the checker answers: it never panics, and every problem it reports
//! stands inside its file.

use crate::folder::base;
use domain::content::{File, check};
use proptest::prelude::*;

/// Checks a folder and the places of what it reports.
fn check_places(files: &[File]) {
    for problem in check(files).problems {
        assert!(problem.line >= 1 && problem.column >= 1, "{problem:?}");
        assert!(problem.span.start <= problem.span.end, "{problem:?}");
        let file = files.iter().find(|file| file.path == problem.file);
        let Some(file) = file else {
            assert_eq!((problem.file.as_str(), problem.code), ("site.md", "missing-file"));
            continue;
        };
        let text = String::from_utf8_lossy(&file.bytes).replace("\r\n", "\n");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        assert!(problem.span.end <= text.len(), "{problem:?}");
        assert!(problem.line <= text.split('\n').count(), "{problem:?}");
        assert!(
            text.is_char_boundary(problem.span.start) && text.is_char_boundary(problem.span.end),
            "{problem:?}"
        );
        let before = &text[..problem.span.start];
        let line = 1 + before.matches('\n').count();
        // What is known of a file as a whole only has a position.
        assert!(problem.span == (0..0) || line == problem.line, "{problem:?}");
    }
}

/// What happens to a file; places are shares of its length, in thousandths.
#[derive(Clone, Debug)]
enum Damage {
    Delete(usize, usize),
    Insert(usize, String),
    Duplicate(usize, usize),
    Replace(usize, usize, String),
    Lines(usize, usize),
}

/// Pieces that mean something to some format, and some that mean nothing.
const PIECES: [&str; 48] = [
    "\n",
    "---\n",
    "## ",
    "## x\n",
    "### Script\n",
    "- ",
    "- [ ] ",
    "- [x] ",
    "1. ",
    "> ",
    "`",
    "`multiple`",
    "`2 points`",
    "`tags: a`",
    "= ",
    "= 24 ± 0.5 kg\n",
    "{{",
    "}}",
    "{{a|b}}",
    "{{a/*b}}",
    "{{std.phone-answer}}",
    "{{std.",
    "|",
    "\n| a | b |\n|---|---|\n",
    "```reply\n",
    "```\n",
    "to: #open\n",
    "](#open)",
    "[a](",
    "**End:** pass\n",
    "**",
    "*",
    "\\",
    ": ",
    "：",
    "# ",
    "[",
    "{",
    "}",
    "&a ",
    "!",
    "<b>",
    "\t",
    "\u{feff}",
    "→ 100 pass",
    "空",
    "\r",
    "\u{0}",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[0-9.±%+-]{1,12}",
    ]
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0..=1000_usize;
    prop_oneof![
        (at.clone(), 0..200_usize).prop_map(|(at, length)| Damage::Delete(at, length)),
        (at.clone(), piece()).prop_map(|(at, text)| Damage::Insert(at, text)),
        (at.clone(), 0..200_usize).prop_map(|(at, length)| Damage::Duplicate(at, length)),
        (at.clone(), 0..20_usize, piece()).prop_map(|(at, length, text)| Damage::Replace(at, length, text)),
        (at.clone(), at).prop_map(|(a, b)| Damage::Lines(a, b)),
    ]
}

impl Damage {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let chars: Vec<char> = text.chars().collect();
        let place = |at: usize| at * chars.len() / 1000;
        let span = |at: usize, length: usize| (place(at), (place(at) + length).min(chars.len()));
        let cut = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
        let end = chars.len();
        let changed = match self {
            Self::Delete(at, length) => {
                let (from, to) = span(*at, *length);
                cut(0, from) + &cut(to, end)
            }
            Self::Insert(at, piece) => cut(0, place(*at)) + piece + &cut(place(*at), end),
            Self::Duplicate(at, length) => {
                let (from, to) = span(*at, *length);
                cut(0, to) + &cut(from, end)
            }
            Self::Replace(at, length, piece) => {
                let (from, to) = span(*at, *length);
                cut(0, from) + piece + &cut(to, end)
            }
            Self::Lines(a, b) => {
                let mut lines: Vec<&str> = text.split('\n').collect();
                let count = lines.len();
                lines.swap(a * (count - 1) / 1000, b * (count - 1) / 1000);
                lines.join("\n")
            }
        };
        *bytes = changed.into_bytes();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_folder_is_still_answered(
        hits in prop::collection::vec((any::<prop::sample::Index>(), damage()), 1..6),
    ) {
        let mut files = base();
        for (file, damage) in hits {
            let at = file.index(files.len());
            damage.apply(&mut files[at].bytes);
        }
        check_places(&files);
    }

    #[test]
    fn a_file_of_any_bytes_is_still_answered(
        at in any::<prop::sample::Index>(),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let mut files = base();
        let at = at.index(files.len());
        files[at].bytes = bytes;
        check_places(&files);
    }

    #[test]
    fn a_body_of_any_pieces_is_still_answered(
        at in any::<prop::sample::Index>(),
        pieces in prop::collection::vec(piece(), 0..60),
    ) {
        let mut files = base();
        let at = at.index(files.len());
        let text = String::from_utf8_lossy(&files[at].bytes).into_owned();
        let front = text.find("\n---\n").map_or(0, |end| end + 5);
        files[at].bytes = (text[..front].to_owned() + &pieces.concat()).into_bytes();
        check_places(&files);
    }

    #[test]
    fn a_file_of_any_name_is_still_answered(path in "[a-zA-Z0-9./ 空-]{1,30}") {
        let mut files = base();
        files.retain(|file| file.path != path);
        files.push(File { path, bytes: b"---\nformat: quiz/1\n---\n".to_vec() });
        check_places(&files);
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for unit in ["> ", "- ", "[", "*a ", "`` ` ", "{{std.x}} "] {
        let mut files = base();
        let text = format!(
            "---\nformat: policy/1\ntitle: x\nversion: 1\n---\n\n{}a\n",
            unit.repeat(4_000)
        );
        files.push(File {
            path: "policies/deep.md".to_owned(),
            bytes: text.into_bytes(),
        });
        check_places(&files);
        let too_deep = check(&files)
            .problems
            .iter()
            .any(|problem| problem.code == "too-deep");
        assert_eq!(too_deep, matches!(unit, "> " | "- "), "{unit}");
    }
}
