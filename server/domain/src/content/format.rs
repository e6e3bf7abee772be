//! The formats there are, and where their files stand.

use super::doc::Target;
use super::faults::{FileFault, FrontFault, hint};

/// What a content file is; its front matter says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named after the formats")]
pub enum Format {
    Site,
    Standards,
    Glossary,
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
    Knowledge,
}

/// Every format, its name in front matter, and where its files stand.
const FORMATS: [(Format, &str, &str); 14] = [
    (Format::Site, "site/1", "site.md"),
    (Format::Standards, "standards/1", "standards.md"),
    (Format::Glossary, "glossary/1", "glossary.md"),
    (Format::Role, "role/1", "roles/ROLE.md"),
    (Format::Course, "course/1", "courses/COURSE/course.md"),
    (Format::Lesson, "lesson/1", "courses/COURSE/LESSON.md"),
    (Format::Quiz, "quiz/1", "courses/COURSE/QUIZ.md"),
    (Format::Scenario, "scenario/1", "scenarios/SCENARIO.md"),
    (Format::Interview, "interview/1", "interviews/KIT.md"),
    (Format::Checklist, "checklist/1", "checklists/LIST.md"),
    (Format::Policy, "policy/1", "policies/POLICY.md"),
    (Format::Review, "review/1", "reviews/FORM.md"),
    (Format::Phrases, "phrases/1", "phrases/LIST.md"),
    (Format::Knowledge, "knowledge/1", "knowledge/ENTRY.md"),
];

impl Format {
    /// The format of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        FORMATS
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(format, _, _)| *format)
    }

    /// Its name in front matter, such as `role/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Where its files stand, such as `roles/ROLE.md`.
    #[must_use]
    pub fn home(self) -> &'static str {
        self.row().2
    }

    /// What references to its documents are called, where there are any.
    #[must_use]
    pub fn target(self) -> Option<Target> {
        match self {
            Self::Site | Self::Standards | Self::Glossary | Self::Knowledge => None,
            Self::Role => Some(Target::Role),
            Self::Course => Some(Target::Course),
            Self::Lesson => Some(Target::Lesson),
            Self::Quiz => Some(Target::Quiz),
            Self::Scenario => Some(Target::Scenario),
            Self::Interview => Some(Target::Interview),
            Self::Checklist => Some(Target::Checklist),
            Self::Policy => Some(Target::Policy),
            Self::Review => Some(Target::Review),
            Self::Phrases => Some(Target::Phrases),
        }
    }

    /// That its files cannot stand where one was found.
    pub(super) fn wrong_folder(self) -> FileFault {
        FileFault::WrongFolder {
            format: self.name().to_owned(),
            folder: self.home().to_owned(),
        }
    }

    fn row(self) -> &'static (Self, &'static str, &'static str) {
        // The table is in the order of the enum; a test keeps it so.
        &FORMATS[self as usize]
    }
}

/// A name that is no format's.
pub(super) fn unknown_format(name: &str) -> FrontFault {
    let names = || FORMATS.iter().map(|(_, name, _)| *name);
    let (mut hint_en, mut hint_zh) = hint(name, names());
    if hint_en.is_empty() {
        let list = names().collect::<Vec<_>>().join(", ");
        (hint_en, hint_zh) = (format!("possible: {list}"), format!("可以用：{list}"));
    }
    FrontFault::UnknownFormat {
        format: name.to_owned(),
        hint_en,
        hint_zh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_row() {
        for (at, (format, name, _)) in FORMATS.into_iter().enumerate() {
            assert_eq!(format as usize, at);
            assert_eq!((format.name(), Format::parse(name)), (name, Some(format)));
        }
        assert_eq!(Format::parse("role"), None);
    }
}
