//! A document being read: what every format's reader is given, and what it may ask for and report.

use super::body::{Leads, Link, Paths, classify, inspect, inspect_inlines};
use super::format::Format;
use super::front::{At, Fields};
use super::html;
use super::markdown::{Block, Inline};
use super::problem::{Fault, Problems};
use super::source::{Source, Span};
use super::yaml::Node;
use crate::hash::Hash;
use crate::lang::{Lang, Text};

/// What the documents of every format have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The path inside the format's folder, without `.md`.
    pub id: String,
    /// The hash of the default file's source and of the standards' values it uses.
    pub version: Hash,
    /// The title (the name, for a site).
    pub title: Text,
    /// The languages the document exists in, the default first.
    pub languages: Vec<Lang>,
}

/// One file with its front matter read and its body not yet.
pub struct Doc<'a> {
    /// The text and the way back to line and column.
    pub source: &'a Source,
    /// The document's id.
    pub id: &'a str,
    /// The language it is written in.
    pub lang: &'a Lang,
    /// Whether it is a translation: texts only, behaviour stands in the default file.
    pub translation: bool,
    /// The front matter.
    pub front: &'a Node,
    /// Where the Markdown stands.
    pub body: Span,
}

/// What kind of thing a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "named after the formats")]
pub enum Target {
    Role,
    Course,
    Lesson,
    Quiz,
    Scenario,
    Interview,
    Checklist,
    Policy,
    Review,
    Phrases,
}

/// A mention of another document, checked when the whole folder has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The kind of document.
    pub target: Target,
    /// Its id.
    pub id: String,
    /// The file that mentions it.
    pub file: String,
    /// Where in that file's expanded text.
    pub span: Span,
}

/// What readers share: the folder's paths, the problems found, the references to be checked.
pub struct Reading<'a> {
    /// All files of the folder.
    pub paths: &'a Paths,
    /// What is wrong so far.
    pub problems: Problems,
    /// What documents mention of others.
    pub references: Vec<Reference>,
}

impl Reading<'_> {
    /// Reports a problem in a document.
    pub fn report(&mut self, doc: &Doc<'_>, span: Span, fault: &impl Fault) {
        self.problems.push(doc.source.problem(span, fault));
    }

    /// Notes that a document mentions another.
    pub fn refer(&mut self, doc: &Doc<'_>, target: Target, id: &At<String>) {
        let file = doc.source.path.clone();
        self.references.push(Reference {
            target,
            id: id.value.clone(),
            file,
            span: id.span.clone(),
        });
    }

    /// Checks blocks of ordinary text and renders them as HTML.
    pub fn html(&mut self, doc: &Doc<'_>, blocks: &[Block]) -> String {
        inspect(doc.source, blocks, self.paths, &mut self.problems);
        html::blocks(blocks, &|target| url(&doc.source.path, target, self.paths))
    }

    /// Checks inlines of ordinary text and renders them as HTML.
    pub fn inline_html(&mut self, doc: &Doc<'_>, inlines: &[Inline]) -> String {
        inspect_inlines(doc.source, inlines, self.paths, &mut self.problems);
        html::inlines(inlines, &|target| url(&doc.source.path, target, self.paths))
    }
}

impl<'a> Doc<'a> {
    /// The front matter as a map. `texts` are allowed in every file, `behaviour` in the default file only.
    pub fn fields(
        &self,
        texts: &[&str],
        behaviour: &[&str],
        reading: &mut Reading<'_>,
    ) -> Option<Fields<'a>> {
        let known: Vec<&str> = ["format"].iter().chain(texts).chain(behaviour).copied().collect();
        let fields = Fields::of(self.source, self.front, &known, &mut reading.problems)?;
        if self.translation {
            for entry in fields
                .entries()
                .iter()
                .filter(|entry| behaviour.contains(&entry.key.as_str()))
            {
                let fault = super::faults::TranslationFault::Behaviour {
                    key: entry.key.clone(),
                };
                reading.report(self, entry.key_span.clone(), &fault);
            }
        }
        Some(fields)
    }

    /// Where the front matter begins: the place to report what a file lacks.
    #[must_use]
    pub fn start(&self) -> Span {
        self.front.span.start..self.front.span.start
    }

    /// Where the text begins behind the front matter: the place to report what the body lacks.
    #[must_use]
    pub fn body_start(&self) -> Span {
        let body = &self.source.text[self.body.clone()];
        let start = self.body.end - body.trim_start().len();
        start..start
    }

    /// The blocks of the body.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        super::markdown::parse(&self.source.text, self.body.clone())
    }
}

/// Where a link written in the file `from` leads on the site.
///
/// Documents with a page lead to it, other documents to the search, other files to `/media/…`: those with the
/// hash of their bytes, so that the page of a release keeps its pictures, and a browser may keep them for ever.
#[must_use]
pub fn url(from: &str, target: &str, paths: &Paths) -> String {
    let Link::File(path) = classify(from, target) else {
        return target.to_owned();
    };
    let fragment = target.find('#').map_or("", |at| &target[at..]);
    let format = match paths.get(&path) {
        Some(Leads::Media(hash)) => return format!("/media/{}?v={hash}{fragment}", encode(&path)),
        Some(Leads::Markdown(format)) => *format,
        None => None,
    };
    let stem = path.strip_suffix(".md").unwrap_or(&path);
    let (_, id) = stem.split_once('/').unwrap_or(("", stem));
    match format {
        Some(Format::Course) => format!("/courses/{}{fragment}", id.strip_suffix("/course").unwrap_or(id)),
        Some(Format::Lesson) => format!("/courses/{id}{fragment}"),
        Some(Format::Quiz) => format!("/quizzes/{id}{fragment}"),
        Some(Format::Scenario) => format!("/scenarios/{id}{fragment}"),
        Some(Format::Policy) => format!("/policies/{id}{fragment}"),
        Some(Format::Knowledge) => format!("/knowledge/{id}{fragment}"),
        Some(Format::Glossary) => format!("/glossary{fragment}"),
        Some(Format::Phrases) => format!("/phrases{fragment}"),
        _ => format!("/search?q={}", encode(id)),
    }
}

/// A path in a URL: what means something else there is percent-encoded.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages() {
        let hash = Hash::of(b"picture");
        let known = |path: &str, leads| (path.to_owned(), leads);
        let picture = format!("/media/courses/a/%E5%9B%BE%201.png?v={hash}");
        let paths = Paths::from([
            known("courses/a/course.md", Leads::Markdown(Some(Format::Course))),
            known("courses/a/one.md", Leads::Markdown(Some(Format::Lesson))),
            known("courses/a/quiz.md", Leads::Markdown(Some(Format::Quiz))),
            known("policies/p.md", Leads::Markdown(Some(Format::Policy))),
            known("knowledge/k.md", Leads::Markdown(Some(Format::Knowledge))),
            known("glossary.md", Leads::Markdown(Some(Format::Glossary))),
            known("phrases/words.md", Leads::Markdown(Some(Format::Phrases))),
            known("courses/a/图 1.png", Leads::Media(hash)),
        ]);
        for (target, url) in [
            ("course.md", "/courses/a"),
            ("one.md#x", "/courses/a/one#x"),
            ("quiz.md", "/quizzes/a/quiz"),
            ("../../policies/p.md", "/policies/p"),
            ("../../knowledge/k.md", "/knowledge/k"),
            ("../../glossary.md", "/glossary"),
            ("../../phrases/words.md", "/phrases"),
            ("图%201.png", &picture),
            ("https://example.org/?a=b#c", "https://example.org/?a=b#c"),
        ] {
            assert_eq!(super::url("courses/a/one.md", target, &paths), url);
        }
    }
}
