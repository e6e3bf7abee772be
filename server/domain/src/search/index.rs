use memchr::memmem;

use super::{
    Document, Kind,
    excerpt::{Piece, excerpt, marked, places},
    fold::folded,
    question::Question,
};

/// How much sooner a word counts as said often enough, and how much length matters: the usual values of BM25
/// (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5).
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// A word in a title says as much as this many in the text.
const TITLE: f64 = 8.0;

/// One of how many of a question's pieces a document must have when nothing has all of its words. About half of the
/// pairs cut from a Chinese sentence cross from one word to the next and mean nothing.
const NEAR: usize = 3;

/// Everything that can be found in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    documents: Vec<Folded>,
}

/// A document with its texts as they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folded {
    document: Document,
    title: String,
    text: String,
}

/// What answers a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The best ones, best first.
    pub hits: Vec<Hit<'a>>,
    /// How many there are in all.
    pub total: usize,
    /// Whether nothing has all the words asked for, so that these are only near.
    pub near: bool,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What was found.
    pub document: &'a Document,
    /// Its title, with what was asked for marked.
    pub title: Vec<Piece>,
    /// Where it stands in the text; empty when the text does not have it.
    pub excerpt: Vec<Piece>,
}

impl Index {
    /// Folds every document once.
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let fold = |document: Document| Folded {
            title: folded(&document.title),
            text: folded(&document.text),
            document,
        };
        Self {
            documents: documents.into_iter().map(fold).collect(),
        }
    }

    /// The documents that have every word asked for, the best `most` of them, what must not be said last; when there is
    /// none, those that have a third of the question's pieces. Only kinds the reader `may` see are looked at.
    #[must_use]
    pub fn search(&self, asked: &str, may: impl Fn(Kind) -> bool, most: usize) -> Found<'_> {
        let documents: Vec<&Folded> = self
            .documents
            .iter()
            .filter(|folded| may(folded.document.kind))
            .collect();
        let question = Question::new(asked);
        let exact = rank(&documents, &question, 1);
        let (ranked, question, near) = if exact.is_empty() {
            let pieces = question.in_pieces();
            (rank(&documents, &pieces, NEAR), pieces, true)
        } else {
            (exact, question, false)
        };
        Found {
            total: ranked.len(),
            hits: ranked
                .into_iter()
                .take(most)
                .map(|folded| folded.hit(&question.words))
                .collect(),
            near,
        }
    }
}

impl Folded {
    fn hit(&self, words: &[String]) -> Hit<'_> {
        let Document { title, text, .. } = &self.document;
        let found = places(text, words);
        Hit {
            document: &self.document,
            title: marked(title, &places(title, words)),
            excerpt: if found.is_empty() {
                Vec::new()
            } else {
                excerpt(text, &found)
            },
        }
    }
}

/// The documents that have at least one in so many of the words; best first.
fn rank<'a>(documents: &[&'a Folded], question: &Question, one_in: usize) -> Vec<&'a Folded> {
    if question.words.is_empty() || documents.is_empty() {
        return Vec::new();
    }
    let length: usize = documents.iter().map(|folded| folded.text.len()).sum();
    let average = (as_f64(length) / as_f64(documents.len())).max(1.0);
    let mut scores: Vec<(usize, f64)> = vec![(0, 0.0); documents.len()];
    for word in &question.words {
        let counts: Vec<f64> = documents
            .iter()
            .map(|folded| {
                let count = |text: &str| as_f64(occurrences(text, word).count());
                count(&folded.text) + TITLE * count(&folded.title)
            })
            .collect();
        let having = as_f64(counts.iter().filter(|count| **count > 0.0).count());
        let rarity = ((as_f64(documents.len()) - having + 0.5) / (having + 0.5)).ln_1p();
        for ((covered, score), (count, folded)) in scores.iter_mut().zip(counts.iter().zip(documents)) {
            if *count > 0.0 {
                let long = 1.0 - LENGTH + LENGTH * as_f64(folded.text.len()) / average;
                *covered += 1;
                *score += rarity * count * (SATURATION + 1.0) / (count + SATURATION * long);
            }
        }
    }
    let mut ranked: Vec<(f64, &Folded)> = scores
        .into_iter()
        .zip(documents)
        .filter(|((covered, _), _)| *covered > 0 && covered * one_in >= question.words.len())
        .map(|((_, score), folded)| (score, *folded))
        .collect();
    let avoided = |folded: &Folded| folded.document.kind == Kind::Forbidden;
    ranked.sort_by(|(one, first), (other, second)| {
        avoided(first).cmp(&avoided(second)).then(other.total_cmp(one))
    });
    ranked.into_iter().map(|(_, folded)| folded).collect()
}

/// Where a folded word stands in a folded text, in bytes. A word that begins with a letter or digit is found only where a
/// word begins, so that "fund" is not found in "refund".
pub(super) fn occurrences<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let needs_start = word.starts_with(|c: char| c.is_alphanumeric() && !super::fold::is_wide(c));
    memmem::find_iter(text.as_bytes(), word.as_bytes()).filter(move |at| {
        let before = text[..*at].chars().next_back();
        !needs_start || before.is_none_or(|c| !c.is_alphanumeric() || super::fold::is_wide(c))
    })
}

/// Counts are far below 2^52.
fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, title: &str, text: &str) -> Document {
        Document {
            kind: Kind::Lesson,
            id: id.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
        }
    }

    fn index() -> Index {
        Index::new([
            document("refund", "退款规则", "全额退款要主管批准。Refund in three days."),
            document(
                "greeting",
                "开场白",
                "您好，请问有什么可以帮您？提到退款时先道歉。",
            ),
            document("vip", "ＶＩＰ 客户", "优先接听。"),
            document("funds", "Funds", "How funds move."),
        ])
    }

    fn ids<'a>(found: &Found<'a>) -> Vec<&'a str> {
        found.hits.iter().map(|hit| hit.document.id.as_str()).collect()
    }

    fn search(asked: &str) -> (Vec<String>, bool) {
        let index = index();
        let found = index.search(asked, |_| true, 10);
        (ids(&found).into_iter().map(str::to_owned).collect(), found.near)
    }

    #[test]
    fn a_title_comes_before_a_mention() {
        assert_eq!(
            search("退款"),
            (vec!["refund".to_owned(), "greeting".to_owned()], false)
        );
    }

    #[test]
    fn what_must_not_be_said_comes_last_however_well_it_answers() {
        let mut forbidden = document("avoid", "退款退款退款", "");
        forbidden.kind = Kind::Forbidden;
        let index = Index::new([
            forbidden,
            document("far", "开场白", "很长的一段话，末尾才说到退款。"),
        ]);
        assert_eq!(ids(&index.search("退款", |_| true, 10)), ["far", "avoid"]);
        assert_eq!(ids(&index.search("退款", |_| true, 1)), ["far"]);
    }

    #[test]
    fn every_word_must_be_there() {
        assert_eq!(search("退款 refund"), (vec!["refund".to_owned()], false));
        assert_eq!(search("vip客户"), (vec!["vip".to_owned()], false));
    }

    #[test]
    fn letters_are_found_where_a_word_begins() {
        assert_eq!(search("fund"), (vec!["funds".to_owned()], false));
        assert_eq!(search("efund"), (vec![], true));
    }

    #[test]
    fn a_whole_question_finds_what_is_near() {
        let (ids, near) = search("退款批准要多久？");
        assert_eq!(ids.first().map(String::as_str), Some("refund"));
        assert!(near);
        assert_eq!(search("天气预报"), (vec![], true));
        assert_eq!(search(" 。"), (vec![], true));
    }

    #[test]
    fn what_one_may_not_see_is_not_found() {
        let index = index();
        assert_eq!(index.search("退款", |_| false, 10).total, 0);
        let found = index.search("退款", |_| true, 1);
        assert_eq!((found.hits.len(), found.total), (1, 2));
    }
}
