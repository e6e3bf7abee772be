//! What a person has to show: the training file and the certificates.

mod certificate;
mod me;
mod verify;

pub(crate) use certificate::Certificate;
pub(crate) use me::Me;
pub(crate) use verify::Verify;

use domain::gate::{Issued, Validity};

use crate::{t, visitor::Visitor};

/// How it stands with a certificate, in a word.
fn validity(visitor: &Visitor, certificate: &Issued) -> String {
    let texts = visitor.texts;
    match certificate.validity {
        Validity::Valid => t!(texts, "certificate-valid"),
        Validity::Grace => t!(texts, "certificate-grace"),
        Validity::Expired => t!(texts, "certificate-expired"),
        Validity::Withdrawn => t!(texts, "certificate-withdrawn"),
    }
}

/// The end of a certificate's validity, in words.
fn until(visitor: &Visitor, certificate: &Issued) -> String {
    let date = certificate.until.map(|until| visitor.site.calendar.date(until));
    date.unwrap_or_else(|| t!(visitor.texts, "certificate-no-end"))
}
