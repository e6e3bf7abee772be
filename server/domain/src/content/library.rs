//! Everything a release holds, ready to be read: documents by their ids, in every language they exist in.

use super::checklist::Checklist;
use super::course::Course;
use super::glossary::Glossary;
use super::knowledge::Knowledge;
use super::lesson::Lesson;
use super::phrases::Phrases;
use super::policy::Policy;
use super::problem::Problem;
use super::review::Review;
use super::role::Role;
use super::site::Site;
use super::source::File;
use super::standards::Standards;
use crate::hash::Hash;
use crate::interview::Kit;
use crate::quiz::Quiz;
use crate::scenario::Scenario;
use crate::search::Indexes;
use std::collections::BTreeMap;

/// Documents of one format by their ids.
pub type Shelf<T> = BTreeMap<String, T>;

/// The content of one release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// The content address of the folder.
    pub release: Hash,
    /// Name, languages, time zone.
    pub site: Site,
    /// The centre's own figures.
    pub standards: Option<Standards>,
    /// The words of the trade.
    pub glossary: Option<Glossary>,
    /// Job roles.
    pub roles: Shelf<Role>,
    /// Courses by the name of their folder.
    pub courses: Shelf<Course>,
    /// Lessons by `course/lesson`.
    pub lessons: Shelf<Lesson>,
    /// Quizzes by `course/quiz`.
    pub quizzes: Shelf<Quiz>,
    /// Role-plays.
    pub scenarios: Shelf<Scenario>,
    /// Interview kits.
    pub interviews: Shelf<Kit>,
    /// Skills signed off on the job.
    pub checklists: Shelf<Checklist>,
    /// Texts to acknowledge.
    pub policies: Shelf<Policy>,
    /// Forms for reviews.
    pub reviews: Shelf<Review>,
    /// Lists of phrases.
    pub phrases: Shelf<Phrases>,
    /// Approved answers.
    pub knowledge: Shelf<Knowledge>,
    /// Pictures and other files that are no Markdown: path and hash.
    pub media: Shelf<Hash>,
    /// What can be found by its words, in each language.
    pub search: Indexes,
}

/// The folder has errors, so it makes no library.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the content has {} problems, at least one of them an error", .0.len())]
pub struct Faulty(pub Vec<Problem>);

impl Library {
    /// Checks a folder and reads it.
    ///
    /// # Errors
    /// All problems of the folder, when one of them is an error.
    pub fn build(files: &[File]) -> Result<Self, Faulty> {
        let checked = super::folder::check(files);
        checked.library.ok_or(Faulty(checked.problems))
    }
}

/// The content address of a folder: the same files with the same bytes, in whatever order, have the same one.
#[must_use]
pub fn address(files: &[File]) -> Hash {
    let by_path: BTreeMap<&str, Hash> = files
        .iter()
        .map(|file| (file.path.as_str(), Hash::of(&file.bytes)))
        .collect();
    Hash::of_parts(
        by_path
            .iter()
            .flat_map(|(path, hash)| [path.as_bytes(), &hash.0[..]]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_paths_and_bytes_but_not_of_their_order() {
        let file = |path: &str, bytes: &[u8]| File {
            path: path.to_owned(),
            bytes: bytes.to_vec(),
        };
        let one = [file("a.md", b"1"), file("b.md", b"2")];
        let turned = [file("b.md", b"2"), file("a.md", b"1")];
        assert_eq!(address(&one), address(&turned));
        assert_ne!(address(&one), address(&[file("a.md", b"2"), file("b.md", b"1")]));
        assert_ne!(address(&one), address(&one[..1]));
    }
}
