use domain::{access::Access, content::Library, lang::Lang};
use leptos::prelude::*;

use crate::{
    frame::{Page, page},
    plain_text::plain_text,
    t,
    texts::Texts,
    ui::PageHead,
    visitor::Visitor,
};

/// How many results are shown.
const MOST: usize = 50;

/// How many characters stand around what was found.
const AROUND: usize = 30;

/// `/search?q=…`: a look through the titles and texts of the published content, which is in memory.
#[component]
pub(crate) fn Search() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.session()?;
        let texts = visitor.texts;
        let asked = visitor.query("q").unwrap_or_default().trim().to_owned();
        let learns = visitor.has(Access::Learner) || visitor.has(Access::Trainer);
        let mut found = if asked.is_empty() {
            Vec::new()
        } else {
            places(&visitor.library, &visitor.lang(), texts, learns)
                .into_iter()
                .filter_map(|place| place.look(&asked.to_lowercase()))
                .collect()
        };
        // A title that fits comes before a text that does.
        found.sort_by_key(|found: &Found| !found.in_title);
        found.truncate(MOST);
        let lead = if asked.is_empty() {
            t!(texts, "search-how")
        } else {
            t!(texts, "search-count", n = found.len(), q = asked.clone())
        };
        let none = found.is_empty() && !asked.is_empty();
        let rows: Vec<_> = found.into_iter().map(row).collect();
        let body = view! {
            <PageHead title=t!(texts, "search") lead=lead />
            <form class="filters" action="/search">
                <div class="field">
                    <label for="q">{t!(texts, "search-words")}</label>
                    <input id="q" type="search" name="q" value=asked />
                </div>
                <button class="button">{t!(texts, "search")}</button>
            </form>
            {none
                .then(|| {
                    view! {
                        <div class="empty">
                            <p class="empty-title">{t!(texts, "search-none")}</p>
                            <p>{t!(texts, "search-none-hint")}</p>
                        </div>
                    }
                })}
            <ul class="rows">{rows}</ul>
        };
        Ok(Page::new(t!(texts, "search"), body))
    })
}

/// A document that can be found.
struct Place {
    kind: String,
    title: String,
    text: String,
    path: Option<String>,
}

/// A document that was found.
struct Found {
    kind: String,
    title: String,
    path: Option<String>,
    around: String,
    in_title: bool,
}

impl Place {
    fn look(self, asked: &str) -> Option<Found> {
        let in_title = self.title.to_lowercase().contains(asked);
        let lower = self.text.to_lowercase();
        let at = lower.find(asked);
        if !in_title && at.is_none() {
            return None;
        }
        // Lower case may have other lengths, so the place is counted in characters and cut from the same text.
        let start = at.map_or(0, |at| lower[..at].chars().count());
        let from = start.saturating_sub(AROUND);
        let source = if lower.chars().count() == self.text.chars().count() {
            &self.text
        } else {
            &lower
        };
        let length = asked.chars().count() + 2 * AROUND;
        let around: String = source.chars().skip(from).take(length).collect();
        Some(Found {
            around: around.split_whitespace().collect::<Vec<_>>().join(" "),
            kind: self.kind,
            title: self.title,
            path: self.path,
            in_title,
        })
    }
}

/// Everything the visitor may read.
fn places(library: &Library, lang: &Lang, texts: Texts, learns: bool) -> Vec<Place> {
    let mut places = Vec::new();
    if learns {
        places.extend(library.courses.values().map(|course| {
            Place {
                kind: t!(texts, "search-course"),
                title: course.head.title.get(lang).to_owned(),
                text: course
                    .summary
                    .as_ref()
                    .map_or_else(String::new, |text| text.get(lang).to_owned()),
                path: Some(format!("/courses/{}", course.head.id)),
            }
        }));
        places.extend(library.lessons.values().map(|lesson| {
            Place {
                kind: t!(texts, "search-lesson"),
                title: lesson.head.title.get(lang).to_owned(),
                text: lesson
                    .prose
                    .iter()
                    .map(|piece| plain_text(piece.get(lang)))
                    .collect(),
                path: Some(format!("/courses/{}", lesson.head.id)),
            }
        }));
        places.extend(library.policies.values().map(|policy| Place {
            kind: t!(texts, "search-policy"),
            title: policy.head.title.get(lang).to_owned(),
            text: plain_text(policy.body.get(lang)),
            path: Some(format!("/policies/{}", policy.head.id)),
        }));
    }
    for list in library.phrases.values() {
        places.extend(list.of(lang).iter().map(|phrase| Place {
            kind: list.head.title.get(lang).to_owned(),
            title: phrase.text.clone(),
            text: String::new(),
            path: Some(format!("/phrases#{}", list.head.id)),
        }));
    }
    places.extend(library.knowledge.values().map(|entry| Place {
        kind: t!(texts, "search-knowledge"),
        title: entry.head.title.get(lang).to_owned(),
        text: entry.plain.get(lang).to_owned(),
        path: None,
    }));
    places
}

fn row(found: Found) -> AnyView {
    let title = match found.path {
        Some(path) => view! { <a class="row-title" href=path>{found.title}</a> }.into_any(),
        None => view! { <span class="row-title">{found.title}</span> }.into_any(),
    };
    let around = (!found.around.is_empty()).then(|| view! { <span class="row-note">{found.around}</span> });
    view! {
        <li class="row">
            <div class="row-main">{title} {around}</div>
            <div class="row-end"><span class="chip">{found.kind}</span></div>
        </li>
    }
    .into_any()
}
