//! The course library that ships.

use crate::folder::read_folder;
use domain::content::check;
use domain::content::problem::Severity;

#[test]
fn the_shipped_content_has_no_error_and_no_warning() {
    let files = read_folder("../../content");
    let checked = check(&files);
    let bad: Vec<_> = checked
        .problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note)
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert!(checked.library.is_some());
}
