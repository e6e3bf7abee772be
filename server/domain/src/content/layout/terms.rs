//! The first mention of each term of the glossary becomes a button that opens its meaning.

use super::super::glossary::Glossary;
use super::pieces::{Piece, name, pieces};
use super::term_id;
use crate::lang::Lang;
use std::collections::HashMap;
use std::ops::Range;

/// Elements in which nothing is marked: what is a heading, leads somewhere, or is quoted literally. `span` is the
/// word that says which side of a pair of wordings a cell is.
const SKIPPED: [&str; 12] = [
    "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "span", "thead",
];

/// The terms of a glossary, and which of them have been marked.
pub(super) struct Terms {
    /// By the first character, folded; the longest first.
    by_first: HashMap<char, Vec<Term>>,
    /// Places in the glossary of those marked so far.
    marked: Vec<usize>,
}

struct Term {
    place: usize,
    folded: Vec<char>,
}

impl Terms {
    /// The terms of a language.
    pub(super) fn new(glossary: Option<&Glossary>, lang: &Lang) -> Self {
        let mut by_first: HashMap<char, Vec<Term>> = HashMap::new();
        let terms = glossary.into_iter().flat_map(|glossary| &glossary.terms);
        for (place, term) in terms.enumerate() {
            let folded: Vec<char> = term.term.get(lang).trim().chars().map(fold).collect();
            if let Some(first) = folded.first() {
                by_first.entry(*first).or_default().push(Term { place, folded });
            }
        }
        for terms in by_first.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.folded.len()));
        }
        Self {
            by_first,
            marked: Vec::new(),
        }
    }

    /// The content with the first mention of each term marked that was not marked before.
    pub(super) fn mark(&mut self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut skipped = 0_usize;
        for piece in pieces(html) {
            match piece {
                Piece::Tag(tag) => {
                    match name(tag) {
                        (name, false) if SKIPPED.contains(&name) => skipped += 1,
                        (name, true) if SKIPPED.contains(&name) => skipped = skipped.saturating_sub(1),
                        _ => {}
                    }
                    out.push_str(tag);
                }
                Piece::Text(text) if skipped > 0 => out.push_str(text),
                Piece::Text(text) => self.mark_text(text, &mut out),
            }
        }
        out
    }

    /// The places in the glossary of the terms marked, in the order they came up.
    pub(super) fn found(self) -> Vec<usize> {
        self.marked
    }

    fn mark_text(&mut self, text: &str, out: &mut String) {
        let characters = characters(text);
        let (mut at, mut copied) = (0, 0);
        while at < characters.len() {
            let Some((place, length)) = self.term_at(&characters, at) else {
                at += 1;
                continue;
            };
            // A term marked before still hides the shorter ones inside it.
            if !self.marked.contains(&place) {
                let (first, last) = (&characters[at].1, &characters[at + length - 1].1);
                out.push_str(&text[copied..first.start]);
                let (id, word) = (term_id(place), &text[first.start..last.end]);
                out.push_str(&format!(
                    "<button type=\"button\" class=\"term\" popovertarget=\"{id}\">{word}</button>"
                ));
                copied = last.end;
                self.marked.push(place);
            }
            at += length;
        }
        out.push_str(&text[copied..]);
    }

    /// The longest term that begins here, and its length in characters.
    fn term_at(&self, characters: &[(char, Range<usize>)], at: usize) -> Option<(usize, usize)> {
        let is_here = |term: &&Term| {
            let here = characters.get(at..at + term.folded.len());
            here.is_some_and(|here| here.iter().map(|(c, _)| *c).eq(term.folded.iter().copied()))
                && is_apart(characters, at, at + term.folded.len())
        };
        let term = self.by_first.get(&characters[at].0)?.iter().find(is_here)?;
        Some((term.place, term.folded.len()))
    }
}

/// Whether what stands from `start` to `end` is no part of a longer word. Chinese has no borders between words.
fn is_apart(characters: &[(char, Range<usize>)], start: usize, end: usize) -> bool {
    let at = |place: usize| characters.get(place).map(|(c, _)| *c);
    let cut = |one: Option<char>, other: Option<char>| one.is_some_and(joins) && other.is_some_and(joins);
    let before = start.checked_sub(1).and_then(at);
    !cut(before, at(start)) && !cut(at(end - 1), at(end))
}

/// Whether a character makes one word with such characters beside it: letters, digits and hyphens, but no Chinese.
pub(super) fn joins(c: char) -> bool {
    let wide = matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    (c.is_alphanumeric() && !wide) || matches!(c, '-' | '_')
}

/// Escaped text as folded characters, each with where it stands.
fn characters(text: &str) -> Vec<(char, Range<usize>)> {
    let mut all = Vec::with_capacity(text.len());
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let entity = (c == '&').then(|| text[start..].find(';')).flatten();
        let end = entity.map_or(start + c.len_utf8(), |length| start + length + 1);
        while rest.next_if(|(at, _)| *at < end).is_some() {}
        let meant = match &text[start..end] {
            "&amp;" => '&',
            "&lt;" => '<',
            "&gt;" => '>',
            "&quot;" => '"',
            "&#39;" => '\'',
            _ => c,
        };
        all.push((fold(meant), start..end));
    }
    all
}

/// Capitals and line breaks make no difference.
fn fold(c: char) -> char {
    if c.is_whitespace() {
        return ' ';
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}
