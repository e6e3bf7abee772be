//! A whole folder, checked at once: everything that is wrong with it, or the library it makes.

use super::body::{Leads, Paths};
use super::doc::{Doc, Reading};
use super::faults::{FileFault, TranslationFault};
use super::format::Format;
use super::library::{Library, Shelf, address};
use super::page::{Page, at_start};
use super::place::Place;
use super::problem::{Problem, Problems, faults};
use super::references::Known;
use super::shelves::Shelves;
use super::source::{File, Source};
use super::{site, standards};
use crate::hash::Hash;
use crate::lang::Lang;
use crate::scenario::draft::Draft;
use std::collections::{BTreeMap, BTreeSet};

/// What came of checking a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Everything found, by file, line and column.
    pub problems: Vec<Problem>,
    /// The content, when nothing found is an error.
    pub library: Option<Library>,
    /// The scenarios, whatever is wrong with them.
    pub drafts: Vec<Draft>,
}

faults! {
    /// What can be said about a folder as a whole.
    FolderFault:
    NotListed { course: String } Note "lesson-not-listed"
        en "the course `{course}` does not list this lesson, so nobody sees it" "add it to `lessons` in course.md"
        zh "课程“{course}”没有列出这一课，没有人看得到它" "请把它加进 course.md 的 `lessons`"
    NoCourse {} Note "no-course"
        en "the folder has no course.md, so nobody finds what stands in it" "create course.md beside this file"
        zh "文件夹里没有 course.md，没有人找得到这里的内容" "请在旁边创建 course.md"
    DefaultLanguage { lang: String, file: String } Error "default-language-in-name"
        en "{lang} is the default language" "name the file {file}"
        zh "{lang} 是默认语言" "请把文件命名为 {file}"
    OtherFile {} Note "other-file"
        en "this file is neither Markdown nor a picture; readers can only download it" ""
        zh "这个文件既不是 Markdown 也不是图片，读者只能下载" ""
}

/// Checks the files of a content folder, each with its path relative to the folder.
#[must_use]
pub fn check(files: &[File]) -> Checked {
    let mut problems = Problems::default();
    let mut folder = Folder::sort(files, &mut problems);
    let values = folder.standards();
    for page in folder.pages.values_mut() {
        page.fill_in(&values, &mut problems);
        page.open(&mut problems);
        if let Some(known) = folder.paths.get_mut(&page.path) {
            *known = Leads::Markdown(page.format());
        }
    }
    let mut reading = Reading {
        paths: &folder.paths,
        problems,
        references: Vec::new(),
    };
    let shelves = folder.read(&mut reading);
    shelves.prove(&folder.pages, &mut reading.problems);
    let drafts = shelves.drafts(&folder.pages);
    let Reading {
        mut problems,
        references,
        ..
    } = reading;
    Known::of(folder.pages.values()).check(&references, &folder.pages, &mut problems);
    folder.lessons_are_listed(&shelves, &mut problems);
    let library = if problems.any_error() {
        None
    } else {
        shelves.into_library(address(files), folder.media)
    };
    Checked {
        problems: problems.sorted(),
        library,
        drafts,
    }
}

/// The files of a folder, sorted by what they are.
struct Folder {
    /// Documents by their path.
    pages: BTreeMap<String, Page>,
    /// What links can lead to.
    paths: Paths,
    /// Pictures and other files with their hash.
    media: Shelf<Hash>,
}

impl Folder {
    fn sort(files: &[File], problems: &mut Problems) -> Self {
        let mut folder = Self {
            pages: BTreeMap::new(),
            paths: Paths::new(),
            media: BTreeMap::new(),
        };
        for file in files {
            folder.add(file, problems);
        }
        if !folder.pages.contains_key("site.md") {
            problems.push(at_start(
                "site.md",
                &FileFault::MissingFile {
                    path: "site.md".to_owned(),
                },
            ));
        }
        folder
    }

    fn add(&mut self, file: &File, problems: &mut Problems) {
        let mut leads = Leads::Markdown(None);
        let place = Place::of(&file.path);
        if place.is_media() {
            let hash = Hash::of(&file.bytes);
            leads = Leads::Media(hash);
            self.media.insert(file.path.clone(), hash);
        }
        match place {
            Place::Hidden => return,
            Place::Readme | Place::Picture => {}
            Place::Misplaced => problems.push(at_start(&file.path, &FileFault::Misplaced {})),
            Place::Other => problems.push(at_start(&file.path, &FolderFault::OtherFile {})),
            Place::Document(spot) => {
                let is_translation = spot.lang.is_some();
                self.pages
                    .insert(file.path.clone(), Page::decode(file, spot, problems));
                if is_translation {
                    return;
                }
            }
        }
        self.paths.insert(file.path.clone(), leads);
    }

    /// Reads one document ahead of the others. What is wrong with it is reported when it is read in its turn.
    fn ahead<T>(&self, path: &str, read: fn(&Doc<'_>, &mut Reading<'_>) -> Option<T>) -> Option<T> {
        let page = self.pages.get(path)?;
        let mut reading = Reading {
            paths: &self.paths,
            problems: Problems::default(),
            references: Vec::new(),
        };
        read(&page.doc(&Lang::chinese())?, &mut reading)
    }

    /// The standards' values. When standards.md cannot be read, whatever is mentioned has one: nobody who
    /// mentions a standard is blamed for that.
    fn standards(&mut self) -> BTreeMap<String, String> {
        let Some(page) = self.pages.get_mut("standards.md") else {
            return BTreeMap::new();
        };
        page.open(&mut Problems::default());
        if let Some(standards) = self.ahead("standards.md", standards::read) {
            return standards.by_id();
        }
        let sources = self.pages.values().filter_map(|page| page.source.as_ref());
        sources
            .flat_map(Source::mentioned)
            .map(|id| (id.to_owned(), "?".to_owned()))
            .collect()
    }

    /// Reads all documents with their translations.
    fn read(&self, reading: &mut Reading<'_>) -> Shelves {
        let languages = self.ahead("site.md", site::read).map(|site| site.languages);
        let default = languages
            .iter()
            .flatten()
            .next()
            .cloned()
            .unwrap_or_else(Lang::chinese);
        let translations = self.translations(languages.as_deref(), &mut reading.problems);
        let mut shelves = Shelves::default();
        for page in self.pages.values().filter(|page| page.spot.lang.is_none()) {
            let translations = translations
                .get(page.path.as_str())
                .map_or(&[][..], Vec::as_slice);
            for lang in languages.iter().flatten().skip(1) {
                if !translations.iter().any(|(_, known)| *known == lang) {
                    let fault = TranslationFault::Missing {
                        lang: lang.to_string(),
                    };
                    reading.problems.push(at_start(&page.path, &fault));
                }
            }
            let (Some(doc), Some(format)) = (page.doc(&default), page.format()) else {
                continue;
            };
            let mut docs = vec![doc];
            docs.extend(
                translations
                    .iter()
                    .filter_map(|(page, lang)| translation(page, lang, format, reading)),
            );
            shelves.read(format, &docs, reading);
        }
        shelves
    }

    /// The translations by the path of their default file; reports those in no language of the site, and
    /// those of nothing.
    fn translations(
        &self,
        languages: Option<&[Lang]>,
        problems: &mut Problems,
    ) -> BTreeMap<&str, Vec<(&Page, &Lang)>> {
        let mut translations: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for page in self.pages.values() {
            let Some(lang) = &page.spot.lang else { continue };
            let file = page.spot.default.clone();
            if let Some([default, others @ ..]) = languages {
                if lang == default {
                    problems.push(at_start(
                        &page.path,
                        &FolderFault::DefaultLanguage {
                            lang: lang.to_string(),
                            file,
                        },
                    ));
                    continue;
                }
                if !others.contains(lang) {
                    let known = others.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
                    let fault = TranslationFault::UnknownLanguage {
                        lang: lang.to_string(),
                        known,
                    };
                    problems.push(at_start(&page.path, &fault));
                    continue;
                }
            }
            if self.pages.contains_key(&file) {
                translations
                    .entry(&page.spot.default)
                    .or_default()
                    .push((page, lang));
            } else {
                problems.push(at_start(&page.path, &TranslationFault::NoDefault { file }));
            }
        }
        translations
    }

    /// Notes the lessons that no course lists, and the folders that are no course.
    fn lessons_are_listed(&self, shelves: &Shelves, problems: &mut Problems) {
        let mut noted = BTreeSet::new();
        for page in self.pages.values().filter(|page| page.spot.lang.is_none()) {
            let Some((course, lesson)) = page.spot.id.split_once('/') else {
                continue;
            };
            if !self.pages.contains_key(&format!("courses/{course}/course.md")) {
                if noted.insert(course) {
                    problems.push(at_start(&page.path, &FolderFault::NoCourse {}));
                }
                continue;
            }
            let listed = shelves
                .courses
                .get(course)
                .is_none_or(|known| known.lessons.iter().any(|id| id == lesson));
            if page.format() == Some(Format::Lesson) && !listed {
                problems.push(at_start(
                    &page.path,
                    &FolderFault::NotListed {
                        course: course.to_owned(),
                    },
                ));
            }
        }
    }
}

/// A translation, to be read by the format of its default file; reports one that says it is another.
fn translation<'a>(
    page: &'a Page,
    lang: &'a Lang,
    format: Format,
    reading: &mut Reading<'_>,
) -> Option<Doc<'a>> {
    let doc = page.doc(lang)?;
    let own = page.format().filter(|own| *own != format);
    if let (Some(own), Some(front)) = (own, &page.front) {
        let what_en = format!("it is {} there and {} here", format.name(), own.name());
        let what_zh = format!("原文的格式是 {}，这里是 {}", format.name(), own.name());
        reading.report(
            &doc,
            front.place.clone(),
            &TranslationFault::Differs { what_en, what_zh },
        );
        return None;
    }
    Some(doc)
}
