use super::{Document, Index, Kind};
use crate::{
    content::{Library, plain_text},
    lang::Lang,
};

/// What can be found in each language of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indexes(Vec<(Lang, Index)>);

impl Indexes {
    /// What a reader of this language looks in; the default language when the site does not have it.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> Option<&Index> {
        let own = self.0.iter().find(|(known, _)| known == lang);
        own.or(self.0.first()).map(|(_, index)| index)
    }
}

/// Indexes everything of a library that people may look for, in each language of the site.
#[must_use]
pub fn index(library: &Library) -> Indexes {
    let languages = library.site.languages.iter();
    let index = |lang: &Lang| (lang.clone(), Index::new(documents(library, lang)));
    Indexes(languages.map(index).collect())
}

fn documents(library: &Library, lang: &Lang) -> Vec<Document> {
    let document = |kind, id: &str, title: &str, text: String| Document {
        kind,
        id: id.to_owned(),
        title: title.to_owned(),
        text,
    };
    let mut all: Vec<Document> = Vec::new();
    for course in library.courses.values() {
        let summary = course.summary.as_ref().map_or("", |text| text.get(lang));
        let text = format!("{summary}\n{}", plain_text(course.body.get(lang)));
        all.push(document(
            Kind::Course,
            &course.head.id,
            course.head.title.get(lang),
            text,
        ));
        // In the order of the course, so that equal matches are listed as they are taught.
        let lessons = course.lessons.iter();
        for lesson in lessons.filter_map(|id| library.lessons.get(&format!("{}/{id}", course.head.id))) {
            let prose: Vec<String> = lesson
                .prose
                .iter()
                .map(|text| plain_text(text.get(lang)))
                .collect();
            all.push(document(
                Kind::Lesson,
                &lesson.head.id,
                lesson.head.title.get(lang),
                prose.join("\n"),
            ));
        }
    }
    for policy in library.policies.values() {
        let text = plain_text(policy.body.get(lang));
        all.push(document(
            Kind::Policy,
            &policy.head.id,
            policy.head.title.get(lang),
            text,
        ));
    }
    for scenario in library.scenarios.values() {
        all.push(document(
            Kind::Scenario,
            &scenario.head.id,
            scenario.head.title.get(lang),
            String::new(),
        ));
    }
    for quiz in library.quizzes.values() {
        all.push(document(
            Kind::Quiz,
            &quiz.head.id,
            quiz.head.title.get(lang),
            String::new(),
        ));
    }
    for list in library.phrases.values() {
        let phrases = list.of(lang).iter();
        let kind = if list.forbidden {
            Kind::Forbidden
        } else {
            Kind::Phrase
        };
        all.extend(phrases.map(|phrase| document(kind, &list.head.id, &phrase.text, String::new())));
    }
    for entry in library.knowledge.values() {
        let text = format!(
            "{}\n{}\n{}",
            entry.plain.get(lang),
            plain_text(entry.body.get(lang)),
            entry.tags.join(" ")
        );
        all.push(document(
            Kind::Knowledge,
            &entry.head.id,
            entry.head.title.get(lang),
            text,
        ));
    }
    for term in library.glossary.iter().flat_map(|glossary| &glossary.terms) {
        let meaning = plain_text(term.meaning.get(lang));
        all.push(document(
            Kind::Term,
            term.term.default(),
            term.term.get(lang),
            meaning,
        ));
    }
    all
}
