//! Reports that the readers of all kinds share: what differs from the default file, what a chip does not fit.

use super::faults::{DifferenceFault, QuestionFault};
use super::model::Kind;
use super::parts::Form;
use super::question::{Asked, Reader};
use crate::content::source::Span;

impl Reader<'_, '_, '_, '_> {
    /// Reports a text that only one of both files has.
    pub(super) fn same_presence(
        &mut self,
        here: bool,
        there: bool,
        span: &Span,
        what: (&'static str, &'static str),
    ) {
        let (what_en, what_zh) = what;
        match (here, there) {
            (true, false) => self.report(span.clone(), &DifferenceFault::With { what_en, what_zh }),
            (false, true) => self.report(span.clone(), &DifferenceFault::Without { what_en, what_zh }),
            _ => {}
        }
    }

    /// Reports another number of things than the default file has: at the first too many, or at the last there is.
    ///
    /// Returns whether the numbers are the same.
    pub(super) fn same_count(
        &mut self,
        want: usize,
        places: &[Span],
        otherwise: &Span,
        what: (&'static str, &'static str),
    ) -> bool {
        let has = places.len();
        if has != want {
            let place = places.get(want).or(places.last()).unwrap_or(otherwise);
            let (what_en, what_zh) = what;
            let fault = DifferenceFault::Count {
                what_en,
                what_zh,
                want,
                has,
            };
            self.report(place.clone(), &fault);
        }
        has == want
    }

    /// Reports that what a chip announces is not there; in a translation, that its answers are of another form.
    pub(super) fn absent(
        &mut self,
        asked: &Asked<'_>,
        chip: &str,
        form: Form,
        fault: &QuestionFault,
    ) -> Option<Kind> {
        let (kind_en, kind_zh) = form.name();
        match asked.chips.place(chip) {
            Some(place) => self.report(place, fault),
            None => self.report(
                asked.section.id.span.clone(),
                &DifferenceFault::Kind { kind_en, kind_zh },
            ),
        }
        None
    }

    pub(super) fn misfit(&mut self, chip: &str, span: Span, kind: (&'static str, &'static str)) {
        let (kind_en, kind_zh) = kind;
        let chip = chip.to_owned();
        self.report(
            span,
            &QuestionFault::ChipMisfit {
                chip,
                kind_en,
                kind_zh,
            },
        );
    }
}
