//! Looking for words in what people write, however they write them.
//!
//! Texts are compared after NFKC and case folding, without zero-width characters, with curly quotes made
//! straight and white space made single; between Chinese characters white space means nothing. Words in letters
//! or digits count as whole words only, so `9点` is not in `19点`.

use super::model::{Exit, Scenario, Wording};
use crate::content::library::Shelf;
use crate::content::phrases::{Phrase, Phrases};
use crate::content::source::Span;
use crate::lang::Lang;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A text prepared for comparison: each character with the bytes of the text it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal(Vec<(char, Span)>);

/// Words that were looked for, and where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The words.
    pub words: String,
    /// Where they are, in bytes of the text.
    pub span: Span,
}

/// What phrases say about a reply before a rater has decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The points proposed, by criterion: all there are once a `must` is found; otherwise nothing is proposed.
    pub points: Vec<(usize, u32)>,
    /// What was found of `must`.
    pub must: Vec<Hit>,
    /// What was found of `ban`: a critical customer error once a rater confirms it.
    pub ban: Vec<Hit>,
}

impl Normal {
    /// Prepares a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut normal = Self::default();
        let mut start = 0;
        for (at, c) in text.char_indices() {
            if at > start && !joins(c) {
                normal.piece(&text[start..at], start);
                start = at;
            }
        }
        normal.piece(&text[start..], start);
        normal.0.truncate(
            normal
                .0
                .iter()
                .rposition(|(c, _)| *c != ' ')
                .map_or(0, |last| last + 1),
        );
        normal
    }

    /// Whether nothing is left of the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a character with the marks that join it.
    fn piece(&mut self, piece: &str, start: usize) {
        for c in piece
            .nfkc()
            .flat_map(char::to_lowercase)
            .filter(|c| !is_invisible(*c))
        {
            let c = match c {
                '‘' | '’' => '\'',
                '“' | '”' => '"',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            let behind_space = self
                .0
                .last()
                .is_none_or(|(last, _)| *last == ' ' || is_wide(*last));
            if c == ' ' && behind_space {
                continue;
            }
            if is_wide(c) && self.0.last().is_some_and(|(last, _)| *last == ' ') {
                self.0.pop();
            }
            self.0.push((c, start..start + piece.len()));
        }
    }

    /// Where the words occur, as places in the list of characters.
    fn places(&self, words: &Self) -> Vec<Span> {
        let (Some((first, _)), Some((last, _))) = (words.0.first(), words.0.last()) else {
            return Vec::new();
        };
        let same = |window: &[(char, Span)]| window.iter().zip(&words.0).all(|((a, _), (b, _))| a == b);
        let inside_word = |at: Option<usize>, edge: char| {
            let beside = at.and_then(|at| self.0.get(at)).map(|(c, _)| *c);
            is_letter(edge) && beside.is_some_and(is_letter)
        };
        let windows = self.0.windows(words.0.len()).enumerate();
        let found = windows.filter(|(at, window)| {
            let end = at + window.len();
            same(window) && !inside_word(at.checked_sub(1), *first) && !inside_word(Some(end), *last)
        });
        found.map(|(at, window)| at..at + window.len()).collect()
    }

    /// Where the words occur, in bytes of the text.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Span> {
        self.places(&Self::of(words))
            .into_iter()
            .map(|place| self.bytes(&place))
            .collect()
    }

    /// Where a phrase occurs outside the wordings that make it fine, in bytes of the text.
    #[must_use]
    pub fn find_phrase(&self, phrase: &Phrase) -> Vec<Span> {
        let mut places = self.places(&Self::of(&phrase.text));
        if !places.is_empty() {
            let fine: Vec<Span> = phrase
                .except
                .iter()
                .flat_map(|except| self.places(&Self::of(except)))
                .collect();
            places.retain(|place| {
                !fine
                    .iter()
                    .any(|fine| fine.start <= place.start && place.end <= fine.end)
            });
        }
        places.into_iter().map(|place| self.bytes(&place)).collect()
    }

    fn bytes(&self, place: &Span) -> Span {
        let pieces = self.0.get(place.clone()).unwrap_or_default();
        let start = pieces.first().map_or(0, |(_, span)| span.start);
        start..pieces.last().map_or(start, |(_, span)| span.end)
    }
}

/// Whether a character belongs to the one before it: combining marks, and the vowels and finals of Hangul.
fn joins(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// Whether a character shows nothing: zero-width, direction marks, soft hyphen, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is of a script without spaces between words.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// What of these wordings a text has, in the order of the text.
///
/// A list is looked through in every language it exists in: whoever types need not keep to the language of the page.
#[must_use]
pub fn hits(text: &str, wordings: &[Wording], phrases: &Shelf<Phrases>) -> Vec<Hit> {
    let normal = Normal::of(text);
    let mut hits = Vec::new();
    let mut add = |words: &str, spans: Vec<Span>| {
        hits.extend(spans.into_iter().map(|span| Hit {
            words: words.to_owned(),
            span,
        }));
    };
    for wording in wordings {
        match wording {
            Wording::Words(words) => add(words, normal.find(words)),
            Wording::List(id) => {
                for phrase in phrases.get(id).into_iter().flat_map(Phrases::all) {
                    add(&phrase.text, normal.find_phrase(phrase));
                }
            }
        }
    }
    hits.sort_by_key(|hit| (hit.span.start, hit.span.end));
    hits.dedup_by(|a, b| a.span == b.span);
    hits
}

/// What phrases say about a reply typed at a node in this language; `None` when the node asks for no reply.
#[must_use]
pub fn propose(
    scenario: &Scenario,
    node: usize,
    text: &str,
    lang: &Lang,
    phrases: &Shelf<Phrases>,
) -> Option<Proposal> {
    let Exit::Reply(reply) = &scenario.nodes.get(node)?.exit else {
        return None;
    };
    let must = hits(text, reply.must.of(lang), phrases);
    let rates = reply.rate.iter().filter(|_| !must.is_empty());
    Some(Proposal {
        points: rates.map(|rate| (rate.criterion, rate.most)).collect(),
        ban: hits(text, reply.ban.of(lang), phrases),
        must,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(text: &'t str, words: &str) -> Vec<&'t str> {
        Normal::of(text)
            .find(words)
            .into_iter()
            .map(|span| &text[span])
            .collect()
    }

    #[test]
    fn width_case_spaces_and_invisible_characters_do_not_matter() {
        assert_eq!(
            found("这 不归\u{200b}我\n管 的", "不归我管"),
            ["不归\u{200b}我\n管"]
        );
        assert_eq!(found("ＳＯＲＲＹ，真的", "sorry"), ["ＳＯＲＲＹ"]);
        assert_eq!(
            found("That’s  not\tmy job.", "that's not my job"),
            ["That’s  not\tmy job"]
        );
        assert_eq!(found("cafe\u{301}", "CAFÉ"), ["cafe\u{301}"]);
        assert_eq!(found("九点，9 点，９点", "9点"), ["9 点", "９点"]);
        assert_eq!(found("不知道不知道", "不知道"), ["不知道", "不知道"]);
    }

    #[test]
    fn words_in_letters_count_whole() {
        assert!(found("a canine", "nine").is_empty());
        assert!(found("nineteen", "nine").is_empty());
        assert!(found("19点", "9点").is_empty());
        assert!(found("cafe", "caf").is_empty() && found("cafe\u{301}", "cafe").is_empty());
        assert_eq!(found("我say对不起", "对不起"), ["对不起"]);
        assert_eq!(found("at nine, sharp", "nine"), ["nine"]);
        assert!(found("anything", " \u{200b}").is_empty());
    }

    #[test]
    fn a_phrase_in_its_exception_is_fine_and_beside_it_is_not() {
        let phrase = Phrase {
            text: "不知道".to_owned(),
            except: vec!["您可能不知道".to_owned()],
        };
        let found = |text: &str| Normal::of(text).find_phrase(&phrase).len();
        assert_eq!(found("您可能 不知道"), 0);
        assert_eq!(found("您可能不知道，我也不知道"), 1);
    }

    proptest! {
        #[test]
        fn every_place_is_one_of_the_text(text in "\\PC{0,40}", words in "\\PC{0,4}") {
            for span in Normal::of(&text).find(&words) {
                prop_assert!(text.get(span).is_some_and(|found| !found.is_empty()));
            }
        }

        #[test]
        fn a_text_is_found_in_itself(text in "[a-z一-龥 ]{1,20}") {
            prop_assert_eq!(Normal::of(&text).find(&text).is_empty(), text.trim().is_empty());
        }
    }
}
