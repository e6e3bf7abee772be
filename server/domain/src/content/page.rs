//! A file of the folder on its way to a document: decoded, standards filled in, front matter read.

use super::doc::Doc;
use super::faults::{BodyFault, FileFault, FrontFault};
use super::format::{Format, unknown_format};
use super::front::{Fields, split};
use super::markdown::too_deep;
use super::place::Spot;
use super::problem::{Problem, Problems};
use super::source::{File, Position, Source, Span};
use super::yaml::{Entry, Node, Value, parse};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// A content file as far as it could be read.
pub(super) struct Page {
    /// Its path.
    pub(super) path: String,
    /// What its path says.
    pub(super) spot: Spot,
    /// Its text, when it is one.
    pub(super) source: Option<Source>,
    /// Its front matter, when there is a sensible one.
    pub(super) front: Option<Front>,
}

/// The front matter of a file.
pub(super) struct Front {
    /// Its keys and values.
    pub(super) node: Node,
    /// Where the Markdown stands.
    pub(super) body: Span,
    /// What the file is: as it says, or as its place says when it says nothing sensible and only one is possible.
    pub(super) format: Option<Format>,
    /// Where it says so.
    pub(super) place: Span,
}

impl Page {
    /// Decodes a file.
    pub(super) fn decode(file: &File, spot: Spot, problems: &mut Problems) -> Self {
        if let Some(name) = &spot.bad_name {
            problems.push(at_start(
                &file.path,
                &FileFault::BadFileName { name: name.clone() },
            ));
        }
        let source = Source::decode(file, problems);
        Self {
            path: file.path.clone(),
            spot,
            source,
            front: None,
        }
    }

    /// Whether standards are filled in: everywhere but where they are written.
    pub(super) fn mentions_standards(&self) -> bool {
        self.spot.formats != [Format::Standards]
    }

    /// Fills in the standards.
    pub(super) fn fill_in(&mut self, standards: &BTreeMap<String, String>, problems: &mut Problems) {
        if self.mentions_standards()
            && let Some(source) = &mut self.source
        {
            source.fill_in(standards, problems);
        }
    }

    /// Reads the front matter.
    pub(super) fn open(&mut self, problems: &mut Problems) {
        self.front = self
            .source
            .as_ref()
            .and_then(|source| front(source, &self.spot, problems));
    }

    /// The document, to be read by its format.
    pub(super) fn doc<'a>(&'a self, lang: &'a Lang) -> Option<Doc<'a>> {
        let (source, front) = (self.source.as_ref()?, self.front.as_ref()?);
        Some(Doc {
            source,
            id: &self.spot.id,
            lang,
            translation: self.spot.lang.is_some(),
            front: &front.node,
            body: front.body.clone(),
        })
    }

    /// What the file is, when that can be said.
    pub(super) fn format(&self) -> Option<Format> {
        self.front.as_ref().and_then(|front| front.format)
    }

    /// The formats it has or, when that cannot be said, could have.
    pub(super) fn formats(&self) -> Vec<Format> {
        self.format()
            .map_or_else(|| self.spot.formats.to_vec(), |format| vec![format])
    }
}

/// A problem with a whole file, reported at its beginning.
pub(super) fn at_start(path: &str, fault: &impl super::problem::Fault) -> Problem {
    Problem::at(path, Position { line: 1, column: 1 }, fault)
}

fn front(source: &Source, spot: &Spot, problems: &mut Problems) -> Option<Front> {
    let halves = split(source, problems)?;
    let mut found = Problems::default();
    let node = parse(source, halves.front.clone(), &mut found);
    let empty = node.is_none() && found.is_empty();
    problems.append(found);
    if empty {
        let fault = FrontFault::MissingKey {
            key: "format".to_owned(),
        };
        problems.push(source.problem(halves.front.start..halves.front.start, &fault));
    }
    let node = node?;
    Fields::open(source, &node, problems)?;
    let Value::Map(entries) = &node.value else {
        return None;
    };
    if let Some(place) = too_deep(&source.text, halves.body.clone()) {
        problems.push(source.problem(place, &BodyFault::TooDeep {}));
    }
    let (format, place) = format(source, spot, &node, entries, problems);
    Some(Front {
        format,
        place,
        body: halves.body,
        node,
    })
}

fn format(
    source: &Source,
    spot: &Spot,
    node: &Node,
    entries: &[Entry],
    problems: &mut Problems,
) -> (Option<Format>, Span) {
    let guess = match spot.formats {
        [only] => Some(*only),
        _ => None,
    };
    let Some(at) = entries.iter().position(|entry| entry.key == "format") else {
        let start = node.span.start..node.span.start;
        problems.push(source.problem(
            start.clone(),
            &FrontFault::MissingKey {
                key: "format".to_owned(),
            },
        ));
        return (guess, start);
    };
    let Entry {
        key_span,
        node: value,
        ..
    } = &entries[at];
    if at > 0 {
        problems.push(source.problem(key_span.clone(), &FrontFault::FormatFirst {}));
    }
    let place = value.span.clone();
    let Value::Scalar { text, .. } = &value.value else {
        if value.value == Value::Unread {
            return (guess, place);
        }
        let (want_en, want_zh) = (
            "a name such as role/1".to_owned(),
            "格式名，例如 role/1".to_owned(),
        );
        let fault = FrontFault::WrongValue {
            key: "format".to_owned(),
            want_en,
            want_zh,
        };
        problems.push(source.problem(place.clone(), &fault));
        return (guess, place);
    };
    let Some(format) = Format::parse(text) else {
        problems.push(source.problem(place.clone(), &unknown_format(text)));
        return (guess, place);
    };
    if !spot.formats.contains(&format) {
        problems.push(source.problem(place.clone(), &format.wrong_folder()));
        return (None, place);
    }
    (Some(format), place)
}
