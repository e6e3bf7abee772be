//! References between documents, checked when the whole folder has been read.

use super::doc::{Reference, Target};
use super::faults::{BodyFault, hint};
use super::page::Page;
use super::problem::Problems;
use std::collections::{BTreeMap, BTreeSet};

/// The documents that can be referred to.
pub(super) struct Known(BTreeMap<Target, BTreeSet<String>>);

impl Known {
    /// The documents of the pages in the default language.
    ///
    /// One that could not be read counts as everything it could be: its own mistake is enough.
    pub(super) fn of<'a>(pages: impl Iterator<Item = &'a Page>) -> Self {
        let mut known: BTreeMap<Target, BTreeSet<String>> = BTreeMap::new();
        for page in pages.filter(|page| page.spot.lang.is_none()) {
            for target in page
                .formats()
                .into_iter()
                .filter_map(super::format::Format::target)
            {
                known.entry(target).or_default().insert(page.spot.id.clone());
            }
        }
        Self(known)
    }

    /// Reports the references that lead nowhere.
    pub(super) fn check(
        &self,
        references: &[Reference],
        pages: &BTreeMap<String, Page>,
        problems: &mut Problems,
    ) {
        for Reference {
            target,
            id,
            file,
            span,
        } in references
        {
            let known = self.0.get(target);
            if known.is_some_and(|known| known.contains(id)) {
                continue;
            }
            let Some(source) = pages.get(file).and_then(|page| page.source.as_ref()) else {
                continue;
            };
            let (kind_en, kind_zh) = kind(*target);
            let (hint_en, hint_zh) = nearest(id, known);
            let fault = BodyFault::UnknownReference {
                kind_en,
                kind_zh,
                id: id.clone(),
                hint_en,
                hint_zh,
            };
            problems.push(source.problem(span.clone(), &fault));
        }
    }
}

/// The document most likely meant: one with the same name in another folder, or one with a similar id.
fn nearest(id: &str, known: Option<&BTreeSet<String>>) -> (String, String) {
    let known = || known.into_iter().flatten().map(String::as_str);
    let mut namesakes = known().filter(|other| other.rsplit('/').next() == id.rsplit('/').next());
    match (namesakes.next(), namesakes.next()) {
        (Some(only), None) => hint(only, [only]),
        _ => hint(id, known()),
    }
}

const fn kind(target: Target) -> (&'static str, &'static str) {
    match target {
        Target::Role => ("role", "岗位"),
        Target::Course => ("course", "课程"),
        Target::Lesson => ("lesson", "课"),
        Target::Quiz => ("quiz", "测验"),
        Target::Scenario => ("scenario", "情景对练"),
        Target::Interview => ("interview kit", "面试方案"),
        Target::Checklist => ("checklist", "签认清单"),
        Target::Policy => ("policy", "制度"),
        Target::Review => ("review", "评估表"),
        Target::Phrases => ("list of phrases", "用语表"),
    }
}
