//! The gaps of a cloze.

use super::faults::{DifferenceFault, QuestionFault};
use super::gaps::{Content, content};
use super::model::{Accepted, Gap, Kind};
use super::question::{Asked, Reader};
use crate::content::source::Span;
use crate::lang::Text;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn cloze(&mut self, asked: &Asked<'_>) -> Option<Kind> {
        let gaps = self.gaps_of(asked);
        let default = match asked.default.map(|question| &question.kind) {
            Some(Kind::Cloze { gaps }) => Some(gaps),
            _ => None,
        };
        let same = default.is_none_or(|default| {
            self.same_count(default.len(), &gaps, &asked.section.id.span, ("gaps", "填空"))
        });
        let mut read = Vec::new();
        for (number, span) in gaps.iter().enumerate() {
            let default = default.and_then(|default| default.get(number)).filter(|_| same);
            read.extend(self.gap(span, default));
        }
        (!read.is_empty() && read.len() == gaps.len()).then_some(Kind::Cloze { gaps: read })
    }

    fn gap(&mut self, span: &Span, default: Option<&Gap>) -> Option<Gap> {
        let (gap, place) = match content(&self.doc.source.text[span.clone()]) {
            Content::Mixed => {
                self.report(span.clone(), &QuestionFault::GapMixed {});
                return None;
            }
            Content::Typed(words) => (self.typed(words, span)?, span),
            Content::DropDown { options, stars } => (self.drop_down(&options, &stars, span)?, span),
        };
        match (default, &gap) {
            (
                Some(Gap::DropDown { options, right }),
                Gap::DropDown {
                    options: here,
                    right: star,
                },
            ) => {
                let places = vec![place.clone(); here.len()];
                if self.same_count(options.len(), &places, place, ("options", "选项")) && right != star {
                    self.report(place.clone(), &DifferenceFault::Star { want: right + 1 });
                }
            }
            (Some(Gap::DropDown { .. }), Gap::Typed { .. })
            | (Some(Gap::Typed { .. }), Gap::DropDown { .. }) => {
                self.report(place.clone(), &DifferenceFault::GapKind {});
            }
            _ => {}
        }
        Some(gap)
    }

    fn typed(&mut self, words: Vec<String>, span: &Span) -> Option<Gap> {
        if words.iter().any(String::is_empty) {
            self.report(span.clone(), &QuestionFault::EmptyGap {});
            return None;
        }
        let accepted = words.into_iter().map(|text| Accepted {
            lang: self.doc.lang.clone(),
            text,
        });
        Some(Gap::Typed {
            accepted: accepted.collect(),
        })
    }

    fn drop_down(&mut self, options: &[String], stars: &[usize], span: &Span) -> Option<Gap> {
        if options.iter().any(String::is_empty) {
            self.report(span.clone(), &QuestionFault::EmptyGap {});
            return None;
        }
        if options.len() < 2 {
            self.report(span.clone(), &QuestionFault::GapFew {});
            return None;
        }
        let [right] = stars else {
            self.report(span.clone(), &QuestionFault::GapStars {});
            return None;
        };
        let texts: Vec<(String, Span)> = options
            .iter()
            .map(|option| (option.clone(), span.clone()))
            .collect();
        self.report_same(&texts);
        Some(Gap::DropDown {
            options: options.iter().map(Text::new).collect(),
            right: *right,
        })
    }
}
