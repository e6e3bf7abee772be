//! What is read beside courses: policies, phrases, approved answers, terms, and the search over all of it.

mod glossary;
mod head;
mod knowledge;
mod phrases;
mod policy;
mod search;

pub(crate) use glossary::Glossary;
pub(crate) use knowledge::{KnowledgeEntry, KnowledgeList};
pub(crate) use phrases::Phrases;
pub(crate) use policy::Policy;
pub(crate) use search::Search;
