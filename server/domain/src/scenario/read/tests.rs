//! The tests of a scenario: `- open 1, promise "text" empathy 1 → 85 pass`.

use super::super::faults::TestFault;
use super::super::model::{Act, Step, Test, Wanted};
use super::Reader;
use crate::content::faults::BodyFault;
use crate::content::markdown::{Block, BlockKind, Item, plain};
use crate::content::source::Span;

/// A piece of a test and where it stands.
#[derive(Debug)]
struct Token {
    kind: Kind,
    span: Span,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Word(String),
    Text(String),
    Comma,
    Arrow,
}

impl Reader<'_, '_, '_> {
    /// Reads what stands under `## Tests`.
    pub(super) fn tests(&mut self, blocks: Vec<Block>) -> Vec<Test> {
        let mut tests = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            match block.kind {
                BlockKind::Heading(2, inlines) if at > 0 => {
                    self.report(block.span, &BodyFault::DuplicateId { id: plain(&inlines) });
                }
                BlockKind::Heading(2, _) => {}
                BlockKind::List(_, items) => tests.extend(items.iter().filter_map(|item| self.test(item))),
                _ => self.report(block.span, &TestFault::NotATest {}),
            }
        }
        tests
    }

    fn test(&mut self, item: &Item) -> Option<Test> {
        let [block] = item.blocks.as_slice() else {
            self.report(item.span.clone(), &TestFault::NotATest {});
            return None;
        };
        let tokens = match tokens(&self.doc.source.text[block.span.clone()], block.span.start) {
            Ok(tokens) => tokens,
            Err(open) => {
                let step = self.doc.source.text[open.clone()].to_owned();
                self.report(open, &TestFault::BadStep { step });
                return None;
            }
        };
        let Some(arrow) = tokens.iter().position(|token| token.kind == Kind::Arrow) else {
            self.report(block.span.clone(), &TestFault::NoResult {});
            return None;
        };
        let (steps, result) = tokens.split_at(arrow);
        let wanted = self.result(result.get(1..).unwrap_or_default(), &block.span);
        let parts = steps.split(|token| token.kind == Kind::Comma);
        let parts: Vec<&[Token]> = if steps.is_empty() {
            Vec::new()
        } else {
            parts.collect()
        };
        // Every step is read, so that all mistakes are found.
        let steps: Vec<Option<Step>> = parts
            .into_iter()
            .map(|part| self.step(part, &block.span))
            .collect();
        let steps: Option<Vec<Step>> = steps.into_iter().collect();
        let (score, passed) = wanted?;
        Some(Test {
            steps: steps?,
            score,
            passed,
            place: block.span.clone(),
        })
    }

    fn result(&mut self, tokens: &[Token], whole: &Span) -> Option<(Option<Wanted>, bool)> {
        let words: Option<Vec<&str>> = tokens.iter().map(Token::word).collect();
        let passed = |word: &str| match word {
            "pass" => Some(true),
            "fail" => Some(false),
            _ => None,
        };
        let read = words.and_then(|words| match words.as_slice() {
            [word] => Some((None, passed(word)?)),
            [score, word] => Some((Some(Wanted::parse(score)?), passed(word)?)),
            _ => None,
        });
        if read.is_none() {
            let (span, word) = self.quoted(tokens, whole);
            self.report(span, &TestFault::BadResult { word });
        }
        read
    }

    fn step(&mut self, tokens: &[Token], whole: &Span) -> Option<Step> {
        let act = match tokens.split_first() {
            Some((_, [])) => Some(Act::Go),
            Some((
                _,
                [
                    Token {
                        kind: Kind::Word(word),
                        ..
                    },
                ],
            )) if word == "timeout" => Some(Act::TimeOut),
            Some((
                _,
                [
                    Token {
                        kind: Kind::Word(word),
                        ..
                    },
                ],
            )) => {
                let number = word.parse::<usize>().ok();
                number.and_then(|number| number.checked_sub(1)).map(Act::Choose)
            }
            Some((
                _,
                [
                    Token {
                        kind: Kind::Text(text),
                        ..
                    },
                    points @ ..,
                ],
            )) => match pairs(points) {
                Some(pairs) => Some(Act::Type(text.clone(), self.points(&pairs)?)),
                None => None,
            },
            _ => None,
        };
        let (Some(act), Some(id)) = (act, tokens.first().and_then(Token::word)) else {
            let (span, step) = self.quoted(tokens, whole);
            self.report(span, &TestFault::BadStep { step });
            return None;
        };
        let Some(node) = self.names.find(id) else {
            // Without any node, that is the mistake.
            if self.names.nodes.is_empty() {
                return None;
            }
            let (_, hint_en, hint_zh) = self.names.guess(id);
            let span = tokens.first().map_or(whole.clone(), |token| token.span.clone());
            self.report(
                span,
                &TestFault::UnknownNode {
                    id: id.to_owned(),
                    hint_en,
                    hint_zh,
                },
            );
            return None;
        };
        Some(Step { node, act })
    }

    /// Finds the criteria of `CRITERION n` pairs; nothing when there is none of that name.
    fn points(&mut self, pairs: &[(&Token, &str, u32)]) -> Option<Vec<(usize, u32)>> {
        let mut points = Vec::new();
        for (token, id, number) in pairs {
            let Some(criterion) = self.criterion(id) else {
                self.name_no_criterion(id, token.span.clone());
                return None;
            };
            points.push((criterion, *number));
        }
        Some(points)
    }

    /// Where tokens stand and how they are written; the whole test when there are none.
    fn quoted(&self, tokens: &[Token], whole: &Span) -> (Span, String) {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => {
                let span = first.span.start..last.span.end;
                (span.clone(), self.doc.source.text[span].to_owned())
            }
            _ => (whole.clone(), String::new()),
        }
    }
}

impl Token {
    fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Reads `CRITERION n` pairs.
fn pairs<'t>(tokens: &'t [Token]) -> Option<Vec<(&'t Token, &'t str, u32)>> {
    let pair = |pair: &'t [Token]| match pair {
        [id, number] => Some((id, id.word()?, number.word()?.parse().ok()?)),
        _ => None,
    };
    tokens.chunks(2).map(pair).collect()
}

/// Cuts a test into words, quoted texts, commas and arrows; an error is a quote that does not close.
fn tokens(text: &str, base: usize) -> Result<Vec<Token>, Span> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = match c {
            c if c.is_whitespace() => continue,
            ',' | '，' => Kind::Comma,
            '→' => Kind::Arrow,
            '-' if chars.next_if(|(_, next)| *next == '>').is_some() => {
                end += 1;
                Kind::Arrow
            }
            '"' | '“' => {
                let close = if c == '"' { '"' } else { '”' };
                let mut said = String::new();
                loop {
                    match chars.next() {
                        None => return Err(base + start..base + text.len()),
                        Some((_, '\\')) => said.extend(chars.next().map(|(_, escaped)| escaped)),
                        Some((at, c)) if c == close => {
                            end = at + c.len_utf8();
                            break;
                        }
                        Some((_, c)) => said.push(c),
                    }
                }
                Kind::Text(said)
            }
            _ => {
                let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '→' | '"' | '“');
                let rest = &text[start..];
                let length = rest
                    .char_indices()
                    .find(|(at, c)| ends(*c) || rest[*at..].starts_with("->"));
                end = start + length.map_or(rest.len(), |(at, _)| at);
                while chars.next_if(|(at, _)| *at < end).is_some() {}
                Kind::Word(text[start..end].to_owned())
            }
        };
        tokens.push(Token {
            kind,
            span: base + start..base + end,
        });
    }
    Ok(tokens)
}

#[cfg(test)]
mod unit {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quotes_hold_commas_and_arrows() {
        let read = tokens("a 1, b-c \"x, y → \\\"z\\\"\"->85 pass", 10).unwrap();
        let kinds = read
            .iter()
            .map(|token| format!("{:?}", token.kind))
            .collect::<Vec<_>>()
            .join(" ");
        insta::assert_snapshot!(kinds, @r#"Word("a") Word("1") Comma Word("b-c") Text("x, y → \"z\"") Arrow Word("85") Word("pass")"#);
        assert_eq!(read[3].span, 15..18);
    }

    proptest! {
        #[test]
        fn any_text_is_cut(text in "\\PC{0,40}") {
            for token in tokens(&text, 0).unwrap_or_default() {
                prop_assert!(!text[token.span].is_empty());
            }
        }
    }
}
