//! Documents while the folder is being read: each format's reader fills its own shelf.

use super::doc::{Doc, Reading};
use super::format::Format;
use super::layout::lay_out;
use super::lesson::Lesson;
use super::library::{Library, Shelf};
use super::page::Page;
use super::problem::Problems;
use super::{checklist, course, glossary, knowledge, lesson, phrases, policy, review, role, site, standards};
use crate::hash::Hash;
use crate::scenario::{Scenario, draft::Draft};
use crate::search::{self, Indexes};
use crate::{interview, quiz, scenario};
use std::collections::BTreeMap;

/// The documents read so far.
#[derive(Default)]
pub(super) struct Shelves {
    site: Shelf<site::Site>,
    standards: Shelf<standards::Standards>,
    glossary: Shelf<glossary::Glossary>,
    roles: Shelf<role::Role>,
    pub(super) courses: Shelf<course::Course>,
    lessons: Shelf<Lesson>,
    quizzes: Shelf<quiz::Quiz>,
    scenarios: Shelf<scenario::Scenario>,
    interviews: Shelf<interview::Kit>,
    checklists: Shelf<checklist::Checklist>,
    policies: Shelf<policy::Policy>,
    reviews: Shelf<review::Review>,
    phrases: Shelf<phrases::Phrases>,
    knowledge: Shelf<knowledge::Knowledge>,
}

type Read<T> = fn(&Doc<'_>, &mut Reading<'_>) -> Option<T>;
type Translate<T> = fn(&Doc<'_>, &mut Reading<'_>, &mut T);

impl Shelves {
    /// Reads a document: the default file, then its translations.
    pub(super) fn read(&mut self, format: Format, docs: &[Doc<'_>], to: &mut Reading<'_>) {
        match format {
            Format::Site => shelve(&mut self.site, docs, to, site::read, site::translate),
            Format::Standards => shelve(
                &mut self.standards,
                docs,
                to,
                standards::read,
                standards::translate,
            ),
            Format::Glossary => shelve(&mut self.glossary, docs, to, glossary::read, glossary::translate),
            Format::Role => shelve(&mut self.roles, docs, to, role::read, role::translate),
            Format::Course => shelve(&mut self.courses, docs, to, course::read, course::translate),
            Format::Lesson => shelve(&mut self.lessons, docs, to, lesson::read, lesson::translate),
            Format::Quiz => shelve(&mut self.quizzes, docs, to, quiz::read, quiz::translate),
            Format::Checklist => shelve(
                &mut self.checklists,
                docs,
                to,
                checklist::read,
                checklist::translate,
            ),
            Format::Policy => shelve(&mut self.policies, docs, to, policy::read, policy::translate),
            Format::Review => shelve(&mut self.reviews, docs, to, review::read, review::translate),
            Format::Phrases => shelve(&mut self.phrases, docs, to, phrases::read, phrases::translate),
            Format::Knowledge => shelve(
                &mut self.knowledge,
                docs,
                to,
                knowledge::read,
                knowledge::translate,
            ),
            Format::Scenario => shelve(&mut self.scenarios, docs, to, scenario::read, scenario::translate),
            Format::Interview => shelve(
                &mut self.interviews,
                docs,
                to,
                interview::read,
                interview::translate,
            ),
        }
    }

    /// Proves what needs more than one document.
    pub(super) fn prove(&self, pages: &BTreeMap<String, Page>, problems: &mut Problems) {
        let source = |path: String| pages.get(&path).and_then(|page| page.source.as_ref());
        for (id, scenario) in &self.scenarios {
            if let Some(source) = source(format!("scenarios/{id}.md")) {
                scenario::prove::prove(source, scenario, &self.phrases, problems);
            }
            for lang in scenario.head.languages.iter().skip(1) {
                if let Some(source) = source(format!("scenarios/{id}.{lang}.md")) {
                    scenario::prove::prove_translation(source, scenario, lang, &self.phrases, problems);
                }
            }
        }
    }

    /// The scenarios as far as they could be read.
    pub(super) fn drafts(&self, pages: &BTreeMap<String, Page>) -> Vec<Draft> {
        let draft = |(id, scenario): (&String, &Scenario)| {
            let page = pages.get(&format!("scenarios/{id}.md"))?;
            Some(Draft::of(scenario, page.source.as_ref()?))
        };
        self.scenarios.iter().filter_map(draft).collect()
    }

    /// The library; `None` when there is no site.
    pub(super) fn into_library(self, release: Hash, media: Shelf<Hash>) -> Option<Library> {
        let mut library = Library {
            release,
            site: self.site.into_values().next()?,
            standards: self.standards.into_values().next(),
            glossary: self.glossary.into_values().next(),
            roles: self.roles,
            courses: self.courses,
            lessons: self.lessons,
            quizzes: self.quizzes,
            scenarios: self.scenarios,
            interviews: self.interviews,
            checklists: self.checklists,
            policies: self.policies,
            reviews: self.reviews,
            phrases: self.phrases,
            knowledge: self.knowledge,
            media,
            search: Indexes::default(),
        };
        library.search = search::index(&library);
        for lesson in library.lessons.values_mut() {
            lay_out(lesson, library.glossary.as_ref());
        }
        Some(library)
    }
}

fn shelve<T>(
    shelf: &mut Shelf<T>,
    docs: &[Doc<'_>],
    reading: &mut Reading<'_>,
    read: Read<T>,
    translate: Translate<T>,
) {
    let Some((default, translations)) = docs.split_first() else {
        return;
    };
    let Some(mut document) = read(default, reading) else {
        return;
    };
    for translation in translations {
        translate(translation, reading, &mut document);
    }
    shelf.insert(default.id.to_owned(), document);
}
