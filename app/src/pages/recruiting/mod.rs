//! The recruiter's pages: candidates, one candidate, an interview with sheet and debrief.

mod candidate;
mod candidates;
mod debrief;
mod hire;
mod interview;
mod plan;
mod row;
mod sheet;
mod stage;
mod today;

pub(crate) use candidate::Candidate;
pub(crate) use candidates::Candidates;
pub(crate) use interview::Interview;
pub(crate) use today::today;

use crate::{texts::Texts, visitor::Visitor};

/// A name, or that it was erased.
fn shown(name: Option<&str>, texts: Texts) -> String {
    name.map_or_else(|| crate::t!(texts, "name-erased"), ToOwned::to_owned)
}

/// The titles of roles; the id of one that is no longer there.
fn role_titles(visitor: &Visitor, roles: &[String]) -> String {
    let lang = visitor.lang();
    let title = |id: &String| {
        let role = visitor.library.roles.get(id);
        role.map_or_else(|| id.clone(), |role| role.head.title.get(&lang).to_owned())
    };
    let titles: Vec<String> = roles.iter().map(title).collect();
    titles.join(" / ")
}

/// Every role with its title, for a form.
fn role_options(visitor: &Visitor) -> Vec<(String, String)> {
    let lang = visitor.lang();
    let option = |(id, role): (&String, &domain::content::role::Role)| {
        (id.clone(), role.head.title.get(&lang).to_owned())
    };
    visitor.library.roles.iter().map(option).collect()
}

/// The tone of a stage's chip.
fn tone(stage: store::candidates::Stage) -> Option<&'static str> {
    use store::candidates::Stage;
    match stage {
        Stage::Hired => Some("jade"),
        Stage::Approval => Some("amber"),
        _ => None,
    }
}
