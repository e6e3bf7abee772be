//! Reply blocks of a translation: its own words to look for, its own anchors and guide.

use super::super::super::model::Reply;
use super::super::lines::lines;
use super::super::reply::{anchor, guide, wordings};
use super::Translator;
use crate::content::faults::FrontFault;
use crate::content::front::At;
use crate::content::source::Span;

impl Translator<'_, '_, '_> {
    pub(super) fn reply(&mut self, reply: &mut Reply, text: &Span) {
        for line in lines(self.doc, text, self.reading).read {
            match line.key.value.as_str() {
                "to" => self.same_target(reply.to, &line.value.value, line.value.span),
                "must" => {
                    let (words, _) = wordings(self.doc, &line.value, self.reading);
                    reply.must.translations.push((self.doc.lang.clone(), words));
                }
                "ban" => {
                    let (words, _) = wordings(self.doc, &line.value, self.reading);
                    reply.ban.translations.push((self.doc.lang.clone(), words));
                }
                "anchor" => self.anchor(reply, line.value),
                "guide" => {
                    let place = line.value.span.clone();
                    match (&mut reply.guide, guide(self.doc, line.value, self.reading)) {
                        (Some(text), Some(own)) => text.translate(self.doc.lang, own),
                        (None, Some(_)) => {
                            self.differs(place, "only this one has a guide", "只有译文写了给评分人的话");
                        }
                        (_, None) => {}
                    }
                }
                _ => self.behaviour(line.key),
            }
        }
    }

    /// An anchor in this language's own words; those that are left out are read in the default's.
    fn anchor(&mut self, reply: &mut Reply, value: At<String>) {
        let Some(read) = anchor(self.doc, value, self.reading) else {
            return;
        };
        let criterion = self.criteria.iter().position(|id| *id == read.id.value);
        let mut anchors = reply.anchors.iter_mut();
        let known =
            anchors.find(|known| Some(known.criterion) == criterion && known.level == read.level.value);
        let Some(known) = known else {
            return self.differs(
                read.id.span,
                "only this one has this anchor",
                "只有译文写了这条行为标准",
            );
        };
        if known.text.languages().any(|lang| lang == self.doc.lang) {
            let key = format!("anchor {} {}", read.id.value, read.level.value);
            return self.report(read.id.span, &FrontFault::DuplicateKey { key });
        }
        known.text.translate(self.doc.lang, read.text);
    }
}
