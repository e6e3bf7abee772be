//! `role/1`: a job role and what it takes to go live in it.

use super::doc::{Doc, Head, Reading, Target};
use super::faults::TranslationFault;
use super::front::Fields;
use super::markdown::{Block, BlockKind, plain};
use super::problem::faults;
use super::requirement::{Requirement, requirements};
use super::values::Period;
use super::yaml::{Entry, Value};
use crate::lang::Text;

/// A job role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Id, version, title, languages.
    pub head: Head,
    /// The level, such as `junior`.
    pub level: Option<String>,
    /// The role that comes after this one.
    pub next: Option<String>,
    /// How long being live lasts; without one it does not expire.
    pub certificate: Option<Certificate>,
    /// The probation that begins with going live.
    pub probation: Option<Probation>,
    /// The steps to go live, in order. Plain `requires:` is one unnamed stage that permits [`Permits::Live`];
    /// a role that requires nothing has no stage, and nobody goes live in it.
    pub stages: Vec<Stage>,
    /// The post design, as HTML.
    pub body: Text,
}

/// How long being live lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// From the day it is given.
    pub valid: Period,
    /// How long before its end it can be renewed.
    pub renew: Option<Period>,
    /// How long behind its end the person stays live.
    pub grace: Option<Period>,
}

/// The time after going live in which somebody looks closer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probation {
    /// How long it lasts.
    pub length: Period,
    /// What is held in it: the author's name for the moment, and the id of the review.
    pub reviews: Vec<(String, String)>,
}

/// One step on the way to going live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name; a role with plain `requires:` has none.
    pub name: Option<Text>,
    /// What a person may do who has met everything up to here.
    pub permits: Permits,
    /// What it takes, in the order written.
    pub requires: Vec<Requirement>,
}

/// What a stage permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permits {
    /// Nothing yet.
    Nothing,
    /// Watching others serve.
    Shadow,
    /// Serving under supervision.
    Supervised,
    /// Serving alone.
    Live,
}

const PERMITS: [(&str, Permits); 4] = [
    ("nothing", Permits::Nothing),
    ("shadow", Permits::Shadow),
    ("supervised", Permits::Supervised),
    ("live", Permits::Live),
];

/// The parts of a post design, by their heading in Chinese and English.
const PARTS: [(&str, &str); 8] = [
    ("服务目的", "Purpose"),
    ("工作任务", "Tasks"),
    ("工作方法", "Methods"),
    ("工作标准", "Standard"),
    ("关系协调", "Relations"),
    ("知识", "Knowledge"),
    ("技能", "Skills"),
    ("行为", "Behaviours"),
];

faults! {
    /// What can be wrong with a role.
    RoleFault:
    MissingPart { zh: &'static str, en: &'static str } Warning "missing-part"
        en "the post design has no part \"{en}\"" "add a heading `## {en}` (or `## {zh}`)"
        zh "岗位设计缺少“{zh}”" "请加一个标题 `## {zh}`"
    TwoLists {} Error "requires-and-stages"
        en "`requires` and `stages` cannot stand side by side" "move the requirements into the stages"
        zh "`requires` 和 `stages` 不能同时出现" "请把上岗条件写进各个阶段"
    RequiresNothing {} Note "requires-nothing"
        en "the role requires nothing, so nobody goes live in it" "list what it takes under `requires:`"
        zh "没有上岗条件，所以没有人能在这个岗位上岗" "请在 `requires:` 下列出上岗条件"
    Nobody {} Note "never-live"
        en "no stage permits `live`" "give the last stage `permits: live`"
        zh "没有一个阶段允许独立上岗" "请给最后一个阶段写上 `permits: live`"
}

const TEXTS: [&str; 2] = ["title", "stages"];
const BEHAVIOUR: [&str; 5] = ["level", "next", "certificate", "probation", "requires"];

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Role> {
    let fields = doc.fields(&TEXTS, &BEHAVIOUR, reading)?;
    let next = fields.text("next", &mut reading.problems);
    if let Some(next) = &next {
        reading.refer(doc, Target::Role, next);
    }
    Some(Role {
        head: doc.head(&fields, reading),
        level: fields
            .text("level", &mut reading.problems)
            .map(|level| level.value),
        next: next.map(|next| next.value),
        certificate: certificate(&fields, reading),
        probation: probation(doc, &fields, reading),
        stages: steps(doc, &fields, reading),
        body: Text::new(body(doc, reading)),
    })
}

/// Adds a translation.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, role: &mut Role) {
    let Some(fields) = doc.fields(&TEXTS, &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head(&mut role.head, &fields, reading);
    translate_stages(doc, &fields, &mut role.stages, reading);
    doc.translate_body(body(doc, reading), &mut role.body);
}

fn certificate(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Certificate> {
    let problems = &mut reading.problems;
    let map = fields.map("certificate", &["valid", "renew", "grace"], problems)?;
    if map.get("valid").is_none() {
        map.missing("valid", problems);
    }
    let valid = map.period("valid", problems);
    let renew = map.period("renew", problems);
    let grace = map.period("grace", problems);
    Some(Certificate {
        valid: valid?.value,
        renew: renew.map(|p| p.value),
        grace: grace.map(|p| p.value),
    })
}

fn probation(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<Probation> {
    let map = fields.map("probation", &["length", "reviews"], &mut reading.problems)?;
    if map.get("length").is_none() {
        map.missing("length", &mut reading.problems);
    }
    let length = map.period("length", &mut reading.problems);
    let mut reviews = Vec::new();
    if map.get("reviews").is_some()
        && let Some(named) = map.ids("reviews", &mut reading.problems)
    {
        for entry in named.entries() {
            if let Some(review) = named.text(&entry.key, &mut reading.problems) {
                reading.refer(doc, Target::Review, &review);
                reviews.push((entry.key.clone(), review.value));
            }
        }
    }
    Some(Probation {
        length: length?.value,
        reviews,
    })
}

fn steps(doc: &Doc<'_>, fields: &Fields<'_>, reading: &mut Reading<'_>) -> Vec<Stage> {
    let stages = match (fields.get("requires"), fields.get("stages")) {
        (None, None) => Vec::new(),
        (requires, Some(entry)) => {
            if let Some(requires) = requires {
                reading.report(doc, requires.key_span.clone(), &RoleFault::TwoLists {});
            }
            stages(doc, fields, entry, reading)
        }
        (Some(_), None) => {
            let requires = requirements(doc, fields, reading);
            if requires.is_empty() {
                Vec::new()
            } else {
                vec![Stage {
                    name: None,
                    permits: Permits::Live,
                    requires,
                }]
            }
        }
    };
    if stages.iter().all(|stage| stage.requires.is_empty()) {
        reading.report(doc, fields.place(), &RoleFault::RequiresNothing {});
    } else if stages.iter().all(|stage| stage.permits != Permits::Live) {
        reading.report(doc, fields.place(), &RoleFault::Nobody {});
    }
    stages
}

fn stages(doc: &Doc<'_>, fields: &Fields<'_>, entry: &Entry, reading: &mut Reading<'_>) -> Vec<Stage> {
    let Value::List(items) = &entry.node.value else {
        fields.wrong(entry, "a list of stages", "阶段的列表", &mut reading.problems);
        return Vec::new();
    };
    let mut stages = Vec::new();
    for item in items {
        let known = ["name", "permits", "requires"];
        let Some(map) = Fields::of(doc.source, item, &known, &mut reading.problems) else {
            continue;
        };
        let permits = map.word("permits", &PERMITS, &mut reading.problems);
        stages.push(Stage {
            name: doc.optional_text("name", &map, reading),
            permits: permits.map_or(Permits::Nothing, |permits| permits.value),
            requires: requirements(doc, &map, reading),
        });
    }
    stages
}

/// A translation repeats the list of stages with their names only.
fn translate_stages(doc: &Doc<'_>, fields: &Fields<'_>, stages: &mut [Stage], reading: &mut Reading<'_>) {
    let named = stages.iter().filter(|stage| stage.name.is_some()).count();
    let Some(entry) = fields.get("stages") else {
        if named > 0 {
            reading.report(doc, fields.place(), &count_differs(stages.len(), 0));
        }
        return;
    };
    let Value::List(items) = &entry.node.value else {
        return fields.wrong(entry, "a list of stages", "阶段的列表", &mut reading.problems);
    };
    let there = if named == 0 { 0 } else { stages.len() };
    if items.len() != there {
        reading.report(doc, entry.key_span.clone(), &count_differs(there, items.len()));
    }
    for (item, stage) in items.iter().zip(stages) {
        let behaviour = ["permits", "requires"];
        let known = ["name", "permits", "requires"];
        let Some(map) = Fields::of(doc.source, item, &known, &mut reading.problems) else {
            continue;
        };
        for entry in map
            .entries()
            .iter()
            .filter(|entry| behaviour.contains(&entry.key.as_str()))
        {
            let fault = TranslationFault::Behaviour {
                key: entry.key.clone(),
            };
            reading.report(doc, entry.key_span.clone(), &fault);
        }
        doc.translate_text("name", &mut stage.name, &map, reading);
    }
}

fn count_differs(there: usize, here: usize) -> TranslationFault {
    TranslationFault::Differs {
        what_en: format!("`stages` has {there} entries there and {here} here"),
        what_zh: format!("`stages` 原文有 {there} 项，这里有 {here} 项"),
    }
}

fn body(doc: &Doc<'_>, reading: &mut Reading<'_>) -> String {
    let blocks = doc.blocks();
    // The parts have names in Chinese and English; a translation into another language names them freely.
    if !doc.translation || doc.lang.as_str().starts_with("zh") || doc.lang.as_str().starts_with("en") {
        for (zh, en) in PARTS
            .into_iter()
            .filter(|part| !blocks.iter().any(|block| is_part(block, part)))
        {
            reading.report(doc, doc.start(), &RoleFault::MissingPart { zh, en });
        }
    }
    reading.html(doc, &blocks)
}

fn is_part(block: &Block, (zh, en): &(&str, &str)) -> bool {
    let BlockKind::Heading(2, inlines) = &block.kind else {
        return false;
    };
    let heading = plain(inlines);
    heading == *zh || heading.eq_ignore_ascii_case(en)
}
