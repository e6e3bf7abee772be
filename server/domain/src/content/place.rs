//! What a file's path says about it: its id, its language and the formats it can have.

use super::format::Format;
use super::front::is_id;
use crate::lang::Lang;

/// What a path of the folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A document of the content.
    Document(Spot),
    /// For whoever looks into the folder; never published.
    Readme,
    /// A picture.
    Picture,
    /// A file that is neither Markdown nor a picture.
    Other,
    /// A file of the author's tools, such as `.DS_Store`.
    Hidden,
    /// Markdown where none can stand.
    Misplaced,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What can stand here.
    pub formats: &'static [Format],
    /// The document's id: the path inside its folder, without `.md` and without the language.
    pub id: String,
    /// The language in the name: a translation.
    pub lang: Option<Lang>,
    /// The path of the document in the default language.
    pub default: String,
    /// The part of the path that cannot be an id.
    pub bad_name: Option<String>,
}

const PICTURES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];

/// Folders whose files are all of one format.
const FOLDERS: [(&str, &[Format]); 8] = [
    ("roles", &[Format::Role]),
    ("scenarios", &[Format::Scenario]),
    ("interviews", &[Format::Interview]),
    ("checklists", &[Format::Checklist]),
    ("policies", &[Format::Policy]),
    ("reviews", &[Format::Review]),
    ("phrases", &[Format::Phrases]),
    ("knowledge", &[Format::Knowledge]),
];

/// Files that stand alone at the top.
const TOP: [(&str, &[Format]); 3] = [
    ("site", &[Format::Site]),
    ("standards", &[Format::Standards]),
    ("glossary", &[Format::Glossary]),
];

impl Place {
    /// Whether readers are sent the file as it is: a picture, or something to download.
    #[must_use]
    pub fn is_media(&self) -> bool {
        matches!(self, Self::Picture | Self::Other)
    }

    /// Reads a path relative to the content folder, with `/`.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let extension = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        // `NOTES.MD` is Markdown too, under a name that nothing can refer to.
        let Some((stem, _)) = name
            .rsplit_once('.')
            .filter(|_| extension.as_deref() == Some("md"))
        else {
            return match extension {
                _ if path.split('/').any(|part| part.starts_with('.')) => Self::Hidden,
                Some(extension) if PICTURES.contains(&extension.as_str()) => Self::Picture,
                _ => Self::Other,
            };
        };
        let (base, lang) = match stem.rsplit_once('.') {
            Some((base, tag)) => match Lang::parse(tag) {
                Some(lang) => (base, Some(lang)),
                None => (stem, None),
            },
            None => (stem, None),
        };
        if base == "README" {
            return Self::Readme;
        }
        let Some((formats, id)) = home(folder, base) else {
            return Self::Misplaced;
        };
        let default = if folder.is_empty() {
            format!("{base}.md")
        } else {
            format!("{folder}/{base}.md")
        };
        let bad_name = id.split('/').find(|part| !is_id(part));
        let bad_name = bad_name
            .or_else(|| (!name.ends_with(".md")).then_some(name))
            .map(str::to_owned);
        Self::Document(Spot {
            formats,
            id,
            lang,
            default,
            bad_name,
        })
    }
}

/// The formats a file can have that stands in this folder, and its id.
fn home(folder: &str, base: &str) -> Option<(&'static [Format], String)> {
    if folder.is_empty() {
        return TOP
            .iter()
            .find(|(name, _)| *name == base)
            .map(|(_, formats)| (*formats, base.to_owned()));
    }
    if let Some((_, formats)) = FOLDERS.iter().find(|(name, _)| *name == folder) {
        return Some((formats, base.to_owned()));
    }
    let course = folder
        .strip_prefix("courses/")
        .filter(|course| !course.contains('/'))?;
    if base == "course" {
        return Some((&[Format::Course], course.to_owned()));
    }
    Some((&[Format::Lesson, Format::Quiz], format!("{course}/{base}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(path: &str) -> Option<(String, Option<String>, String)> {
        match Place::of(path) {
            Place::Document(spot) => Some((spot.id, spot.lang.map(|lang| lang.to_string()), spot.default)),
            _ => None,
        }
    }

    #[test]
    fn a_path_is_an_id_and_a_language() {
        let found = |id: &str, lang: Option<&str>, default: &str| {
            Some((id.to_owned(), lang.map(str::to_owned), default.to_owned()))
        };
        assert_eq!(
            spot("roles/phone-agent.md"),
            found("phone-agent", None, "roles/phone-agent.md")
        );
        assert_eq!(
            spot("courses/a/02-b.en.md"),
            found("a/02-b", Some("en"), "courses/a/02-b.md")
        );
        assert_eq!(
            spot("courses/a/course.zh-TW.md"),
            found("a", Some("zh-TW"), "courses/a/course.md")
        );
        assert_eq!(spot("site.en.md"), found("site", Some("en"), "site.md"));
    }

    #[test]
    fn what_is_no_document() {
        for (path, place) in [
            ("README.md", Place::Readme),
            ("courses/a/README.en.md", Place::Readme),
            ("a/b/c.PNG", Place::Picture),
            ("form.pdf", Place::Other),
            ("roles/.DS_Store", Place::Hidden),
            ("notes.md", Place::Misplaced),
            ("courses/a.md", Place::Misplaced),
            ("courses/a/b/c.md", Place::Misplaced),
            ("roles/old/agent.md", Place::Misplaced),
            ("courses/site.md", Place::Misplaced),
        ] {
            assert_eq!(Place::of(path), place, "{path}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_is_kept_to_be_reported() {
        for (path, bad) in [
            ("roles/Agent.md", "Agent"),
            ("roles/agent.MD", "agent.MD"),
            ("courses/客服/a.md", "客服"),
            ("roles/a.b_c.md", "a.b_c"),
        ] {
            let Place::Document(spot) = Place::of(path) else {
                panic!("{path}")
            };
            assert_eq!(spot.bad_name.as_deref(), Some(bad));
        }
    }
}
