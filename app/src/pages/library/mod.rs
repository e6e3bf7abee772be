//! What is read beside courses: policies, role-plays to practise, phrases, and the search over all of it.

mod phrases;
mod policy;
mod practice;
mod search;

pub(crate) use phrases::Phrases;
pub(crate) use policy::Policy;
pub(crate) use practice::Practice;
pub(crate) use search::Search;
