//! Where each kind of user goes: one list by access, five destinations at most on a phone.

use domain::access::Access;

use crate::{t, texts::Texts, ui::Picture};

/// A destination of the navigation.
pub(super) struct Destination {
    pub(super) path: &'static str,
    pub(super) picture: Picture,
    pub(super) word: String,
}

/// The destinations of one access.
pub(super) fn destinations(access: Access, texts: Texts) -> Vec<Destination> {
    let at = |path, picture, word| Destination { path, picture, word };
    match access {
        Access::Learner => vec![
            at("/", Picture::Today, t!(texts, "nav-today")),
            at("/courses", Picture::Learn, t!(texts, "nav-learn")),
            at("/practice", Picture::Practise, t!(texts, "nav-practice")),
            at("/phrases", Picture::Phrases, t!(texts, "nav-phrases")),
            at("/me", Picture::Me, t!(texts, "nav-me")),
        ],
        Access::Trainer => vec![
            at("/", Picture::Today, t!(texts, "nav-today")),
            at("/people", Picture::Learners, t!(texts, "nav-people")),
            at("/ratings", Picture::Ratings, t!(texts, "nav-ratings")),
            at("/studio", Picture::Content, t!(texts, "nav-content")),
            at("/reports", Picture::Reports, t!(texts, "nav-reports")),
        ],
        Access::Recruiter => vec![
            at("/", Picture::Interviews, t!(texts, "nav-interviews")),
            at("/candidates", Picture::Candidates, t!(texts, "nav-candidates")),
        ],
        Access::Supervisor => vec![
            at("/", Picture::Today, t!(texts, "nav-today")),
            at("/people", Picture::Team, t!(texts, "nav-team")),
            at("/approvals", Picture::Approvals, t!(texts, "nav-approvals")),
            at("/reports", Picture::Reports, t!(texts, "nav-reports")),
        ],
        Access::Admin => vec![
            at("/", Picture::Today, t!(texts, "nav-today")),
            at("/admin", Picture::Accounts, t!(texts, "nav-accounts")),
        ],
    }
}

/// The destinations of somebody with several accesses: each once, in the order of the accesses.
pub(super) fn all(accesses: impl Iterator<Item = Access>, texts: Texts) -> Vec<Destination> {
    let mut list: Vec<Destination> = Vec::new();
    // "Today" is one page for all accesses; a work access names it its own way.
    let mut accesses: Vec<_> = accesses.collect();
    accesses.sort_by_key(|access| *access == Access::Learner);
    let several = accesses.len() > 1;
    for destination in accesses
        .into_iter()
        .flat_map(|access| destinations(access, texts))
    {
        match list.iter_mut().find(|known| known.path == destination.path) {
            Some(known) if several && known.path == "/" => {
                known.picture = Picture::Today;
                known.word = t!(texts, "nav-today");
            }
            Some(_) => {}
            None => list.push(destination),
        }
    }
    list
}
