//! What a quiz is once it has been read.

use super::behaviour::Behaviour;
use super::counting::Counts;
use super::decimal::Decimal;
use super::navigation::Navigation;
use crate::content::doc::Head;
use crate::content::values::{LocalTime, Percent};
use crate::hash::Hash;
use crate::lang::{Lang, Text};
use crate::score::Milli;
use std::collections::BTreeSet;

/// A quiz: a pool of questions and the rules of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    /// Id, version, title and languages.
    pub head: Head,
    /// The course it belongs to.
    pub course: String,
    /// One or two sentences for lists; plain text.
    pub summary: Option<Text>,
    /// What stands before the first question; HTML, empty when there is nothing.
    pub intro: Text,
    /// The share of the points drawn that passes.
    pub pass: Percent,
    /// How long an attempt may take, in seconds.
    pub time: Option<u32>,
    /// How many attempts there are.
    pub attempts: Option<u32>,
    /// How long to wait after an attempt that did not pass, in seconds.
    pub wait: Option<u32>,
    /// Until when answers are taken, in the site's time zone; none for ever.
    pub close: Option<LocalTime>,
    /// Which questions an attempt gets.
    pub draw: Draw,
    /// Whether each attempt has its questions in an order of its own.
    pub shuffle_questions: bool,
    /// Whether each attempt has the options of a question in an order of their own.
    pub shuffle_options: bool,
    /// In which order an attempt's questions are answered.
    pub navigation: Navigation,
    /// When answers are marked.
    pub behaviour: Behaviour,
    /// With [`Behaviour::Interactive`], the share of a question's points that each try but the last costs.
    pub penalty: Percent,
    /// Which of several attempts counts.
    pub counts: Counts,
    /// What is shown of a submitted attempt, and from when.
    pub show: Show,
    /// The pool, in the order written.
    pub questions: Vec<Question>,
    /// The ids of all questions as written, also of those that could not be read.
    pub(crate) outline: Vec<String>,
}

impl Quiz {
    /// The questions that attempts draw from, in the order written.
    pub fn drawable(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| !question.practice)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// Which questions an attempt gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draw {
    /// All of them.
    All,
    /// So many, from the whole pool.
    Count(usize),
    /// So many with each tag; a question with several tags counts for one of them.
    ByTag(Vec<(String, usize)>),
}

/// From when on something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Once this attempt is submitted.
    AfterSubmit,
    /// Once no further attempt is possible.
    AfterClose,
    /// Once any attempt has passed.
    AfterPass,
}

/// What can be shown of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The score.
    Score,
    /// The learner's own answers.
    Own,
    /// Right or wrong, question by question.
    Marks,
    /// Feedback of the options picked, and explanations.
    Feedback,
    /// The right answers.
    Answers,
}

/// What is shown from which moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show(pub BTreeSet<(Moment, Shown)>);

impl Default for Show {
    /// The score, after submitting.
    fn default() -> Self {
        Self(BTreeSet::from([(Moment::AfterSubmit, Shown::Score)]))
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its heading; names it in records.
    pub id: String,
    /// The hash of its source in the default language and of the quiz's behaviour.
    pub hash: Hash,
    /// Tags to draw by.
    pub tags: Vec<String>,
    /// What it is worth.
    pub points: Milli,
    /// Whether it is for free practice only (chip `pool: practice`): no attempt ever draws it.
    pub practice: bool,
    /// The question; HTML. A cloze holds placeholders, see [`super::gaps::fill_gaps`].
    pub prompt: Text,
    /// How it is answered and what is right.
    pub kind: Kind,
    /// What helps after a wrong try, one after the other; inline HTML.
    pub hints: Vec<Text>,
    /// Why, for afterwards; HTML.
    pub explanation: Option<Text>,
}

/// How a question is answered and what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Pick one option, or several. True or false is a choice of two.
    Choice {
        /// In the order written.
        options: Vec<ChoiceOption>,
        /// Whether several may be picked.
        multiple: bool,
        /// Whether a part of the right options earns nothing.
        all_or_nothing: bool,
    },
    /// Type a few words.
    Short {
        /// Any of these is right, whatever language the reader uses.
        accepted: Vec<Accepted>,
        /// Whether it is enough that the answer contains one of them.
        contains: bool,
    },
    /// Type a number.
    Number {
        /// The right value.
        value: Decimal,
        /// How far from it is still right.
        tolerance: Decimal,
        /// Shown behind the field, not asked; plain text.
        unit: Option<Text>,
    },
    /// Bring into order.
    Order {
        /// In the right order; inline HTML.
        items: Vec<Text>,
    },
    /// Find what belongs together.
    Match {
        /// The heads of both columns; inline HTML.
        columns: [Text; 2],
        /// What belongs together; all left texts differ, and all right ones.
        pairs: Vec<Pair>,
    },
    /// Fill the gaps of the prompt.
    Cloze {
        /// In the order of the prompt.
        gaps: Vec<Gap>,
    },
    /// Write a text that a person rates.
    Essay {
        /// What the rater looks at.
        criteria: Vec<Criterion>,
    },
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Inline HTML, or blocks when it has several.
    pub text: Text,
    /// Whether it is ticked in the source.
    pub right: bool,
    /// For whoever picked it; HTML.
    pub feedback: Option<Text>,
}

/// An answer that is right, in one language's words; plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Whose words.
    pub lang: Lang,
    /// The words.
    pub text: String,
}

/// A row of a match question; both sides are inline HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Shown in the order written.
    pub left: Text,
    /// Shown in another order.
    pub right: Text,
}

/// A gap of a cloze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// To be typed into.
    Typed {
        /// Any of these is right, whatever language the reader uses.
        accepted: Vec<Accepted>,
    },
    /// To be picked from.
    DropDown {
        /// In the order written; plain text.
        options: Vec<Text>,
        /// The index of the right one.
        right: usize,
    },
}

/// What a rater of an essay looks at; plain texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its name.
    pub name: Text,
    /// Levels run from 0 to this.
    pub max: u32,
    /// What earns it.
    pub meaning: Text,
}

impl Question {
    /// How many things the question shows in an order that may be permuted: options, items, or the right
    /// side of pairs; 0 when there are none.
    #[must_use]
    pub fn slots(&self) -> usize {
        match &self.kind {
            Kind::Choice { options, .. } => options.len(),
            Kind::Order { items } => items.len(),
            Kind::Match { pairs, .. } => pairs.len(),
            Kind::Short { .. } | Kind::Number { .. } | Kind::Cloze { .. } | Kind::Essay { .. } => 0,
        }
    }

    /// Whether the written order is the key, so that it must never be shown.
    #[must_use]
    pub fn order_is_key(&self) -> bool {
        matches!(self.kind, Kind::Order { .. } | Kind::Match { .. })
    }
}
