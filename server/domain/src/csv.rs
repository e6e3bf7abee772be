//! Tables for spreadsheets: comma-separated values as RFC 4180 writes them, and harmless to open.
//!
//! A spreadsheet runs a cell that begins like a formula, whoever wrote it. A text that does gets an apostrophe in
//! front, which spreadsheets read as "this is text" (OWASP, CSV injection). Numbers are written by us and stay numbers.

use std::fmt::Write as _;

/// Tells Excel that the file is UTF-8; without it Chinese is garbled there.
pub const BOM: &str = "\u{feff}";

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, whoever wrote them.
    Text(String),
    /// A number as it is to be read, such as `-0.21`.
    Number(String),
    /// Nothing.
    Empty,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number.
    pub fn number(number: &impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    /// A number that may be missing.
    pub fn maybe(number: Option<&impl ToString>) -> Self {
        number.map_or(Self::Empty, Self::number)
    }
}

/// Writes a table with its byte order mark; every row ends with CR LF.
#[must_use]
pub fn table(rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    let mut file = BOM.to_owned();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                file.push(',');
            }
            match cell {
                Cell::Text(text) => write_text(&mut file, text),
                Cell::Number(number) => file.push_str(number),
                Cell::Empty => {}
            }
        }
        file.push_str("\r\n");
    }
    file
}

fn write_text(file: &mut String, text: &str) {
    let apostrophe = if is_formula(text) { "'" } else { "" };
    let quoted = text.contains([',', '"', '\r', '\n', '\t']) || text != text.trim();
    if quoted {
        // Writing to a string cannot fail.
        let _ = write!(file, "\"{apostrophe}{}\"", text.replace('"', "\"\""));
    } else {
        file.push_str(apostrophe);
        file.push_str(text);
    }
}

/// Whether a spreadsheet might take it for a formula: some skip white space first, some read full-width signs too.
fn is_formula(text: &str) -> bool {
    let begins =
        |text: &str| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    begins(text) || begins(text.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(cells: Vec<Cell>) -> String {
        let file = table([cells]);
        file.strip_prefix(BOM).unwrap().to_owned()
    }

    #[test]
    fn what_reads_like_a_formula_is_text() {
        for (text, written) in [
            ("=1+1", "'=1+1\r\n"),
            ("+86 10", "'+86 10\r\n"),
            ("-1", "'-1\r\n"),
            ("@SUM(A1)", "'@SUM(A1)\r\n"),
            ("＝1", "'＝1\r\n"),
            ("\t=1", "\"'\t=1\"\r\n"),
            ("\r=1", "\"'\r=1\"\r\n"),
            (" =1", "\"' =1\"\r\n"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\"\r\n"),
            ("1 = 1", "1 = 1\r\n"),
            ("问候", "问候\r\n"),
            ("", "\r\n"),
        ] {
            assert_eq!(line(vec![Cell::text(text)]), written, "{text:?}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let cells = vec![Cell::number(&"-0.21"), Cell::maybe(None::<&u8>), Cell::number(&3)];
        assert_eq!(line(cells), "-0.21,,3\r\n");
    }

    proptest! {
        #[test]
        fn no_text_opens_as_a_formula_or_leaves_its_cell(text in "[ -=+@,'\"\t\r\na上＝]{0,8}") {
            let written = line(vec![Cell::text(text.clone()), Cell::number(&1)]);
            let cell = written.strip_suffix(",1\r\n").unwrap();
            let inside = match cell.strip_prefix('"') {
                Some(quoted) => quoted.strip_suffix('"').unwrap().replace("\"\"", "\""),
                None => {
                    prop_assert!(!cell.contains([',', '"', '\r', '\n']));
                    cell.to_owned()
                }
            };
            prop_assert!(!is_formula(&inside), "{inside:?}");
            prop_assert_eq!(inside.strip_prefix('\'').filter(|_| is_formula(&text)).unwrap_or(&inside), text.as_str());
        }
    }
}
