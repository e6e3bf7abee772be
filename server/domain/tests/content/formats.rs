//! The folder `planted/base` holds every example of the content formats as it is printed there; here is what
//! the library makes of them.

use crate::folder::{base, errors, library, with};
use domain::content::problem::Severity;
use domain::content::{address, check};
use domain::lang::{Lang, Text};
use domain::score::Milli;

#[test]
fn the_examples_check_clean() {
    let problems = check(&base()).problems;
    let bad: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note)
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert_eq!(library(&base()).release, address(&base()));
}

#[test]
fn a_site_has_a_name_languages_and_a_time_zone() {
    let library = library(&base());
    assert_eq!(library.site.head.title.default(), "上岗学院");
    assert_eq!(library.site.languages, [Lang::chinese(), Lang::english()]);
    assert_eq!(library.site.time_zone, "Asia/Shanghai");
}

#[test]
fn a_course_lists_its_lessons() {
    let library = library(&base());
    let course = &library.courses["phone-service"];
    assert_eq!(
        course.summary.as_ref().map(Text::default),
        Some("从接起到结束的一通电话")
    );
    assert_eq!(course.hours, Some(Milli::whole(2)));
    assert_eq!(course.audience, ["phone-agent"]);
    assert_eq!(course.owner.as_ref().map(Text::default), Some("培训部"));
    assert!(course.sequential && !library.courses["service-basics"].sequential);
    assert_eq!(course.lessons, ["greeting", "recording", "closing"]);
}

#[test]
fn a_lesson_is_listed_once_by_its_name_or_its_full_id() {
    let course = |lessons: &str| {
        let path = "courses/service-basics/course.md";
        with(
            path,
            &format!("---\nformat: course/1\ntitle: 服务基础\nlessons: [{lessons}]\n---\n"),
        )
    };
    assert_eq!(
        library(&course("service-basics/welcome")).courses["service-basics"].lessons,
        ["welcome"]
    );
    let twice = errors(&course("welcome, service-basics/welcome"));
    assert_eq!(
        twice,
        [("courses/service-basics/course.md".to_owned(), 4, "duplicate-id")]
    );
    let unlisted = check(&course("")).problems;
    let noted = unlisted
        .iter()
        .find(|problem| problem.code == "lesson-not-listed")
        .expect("a note");
    assert_eq!(noted.file, "courses/service-basics/welcome.md");
}

#[test]
fn standards_stand_in_every_text_and_in_versions() {
    let before = library(&base());
    let standards = before.standards.as_ref().expect("standards");
    assert_eq!(standards.by_id()["phone-answer"], "1 分钟");
    assert!(
        before.roles["phone-agent"]
            .body
            .default()
            .contains("电话 1 分钟内接起")
    );
    let slower =
        "---\nformat: standards/1\ntitle: x\nvalues:\n  phone-answer: { title: 电话, value: 2 分钟 }\n---\n";
    let changed = library(&with("standards.md", slower));
    assert_ne!(
        changed.roles["phone-agent"].head.version,
        before.roles["phone-agent"].head.version
    );
    assert_eq!(
        changed.policies["confidentiality"].head.version,
        before.policies["confidentiality"].head.version
    );
}

#[test]
fn a_broken_file_is_reported_once_and_not_by_those_who_need_it() {
    for (path, text, code) in [
        (
            "standards.md",
            "---\nformat: standards/1\n",
            "unterminated-front-matter",
        ),
        (
            "standards.md",
            "---\nformat: standards/1\ntitle: x\nvalues: 3\n---\n",
            "wrong-value",
        ),
        ("policies/confidentiality.md", "", "no-front-matter"),
        (
            "courses/phone-service/quiz.md",
            "---\nformat: quizz/1\n---\n",
            "unknown-format",
        ),
        (
            "checklists/phone-floor-skills.md",
            "---\nformat: [\n---\n",
            "yaml",
        ),
    ] {
        let errors = errors(&with(path, text));
        assert_eq!(errors.len(), 1, "{path}: {errors:?}");
        assert_eq!((errors[0].0.as_str(), errors[0].2), (path, code));
    }
}

#[test]
fn a_glossary_explains_terms() {
    let english = "---\nformat: glossary/1\ntitle: Glossary\n---\n\n- first answer: what *first* answers\n- hand over: b\n";
    let files = with("glossary.en.md", english);
    let terms = library(&files).glossary.expect("a glossary").terms;
    assert_eq!(terms[0].term.default(), "首答");
    assert_eq!(terms[0].term.get(&Lang::english()), "first answer");
    assert_eq!(
        terms[0].meaning.get(&Lang::english()),
        "what <em>first</em> answers"
    );
    let one = english.replace("- hand over: b\n", "");
    assert_eq!(
        errors(&with("glossary.en.md", &one)),
        [("glossary.en.md".to_owned(), 6, "translation-differs")]
    );
}

#[test]
fn an_acknowledgement_can_name_the_text_that_was_read() {
    let english = "---\nformat: policy/1\ntitle: Confidentiality\n---\n\nKeep it to yourself.\n";
    let files = with("policies/confidentiality.en.md", english);
    let translated = &library(&files).policies["confidentiality"];
    let plain = &library(&base()).policies["confidentiality"];
    assert_eq!(translated.version, "1");
    assert_eq!(
        translated.text_hash(&Lang::chinese()),
        plain.text_hash(&Lang::chinese())
    );
    assert_eq!(
        plain.text_hash(&Lang::english()),
        plain.text_hash(&Lang::chinese())
    );
    assert_ne!(
        translated.text_hash(&Lang::english()),
        plain.text_hash(&Lang::english())
    );
}

#[test]
fn a_checklist_has_items_with_ids() {
    let library = library(&base());
    let items = &library.checklists["phone-floor-skills"].items;
    assert_eq!(items[0].0, "greet");
    assert_eq!(items[0].1.default(), "开场白完整：问候、公司、姓名");
    assert_eq!(
        items[1].1.get(&Lang::english()),
        "The record of the call is complete"
    );
}

#[test]
fn a_review_has_criteria_with_anchors() {
    let library = library(&base());
    let review = &library.reviews["probation-monthly"];
    assert_eq!(review.pass, Milli::whole(60));
    assert_eq!(review.critical[0].0, "leak");
    assert_eq!(
        review.critical[0].1.get(&Lang::english()),
        "Gave away customers' data"
    );
    let [knowledge, attitude] = review.criteria.as_slice() else {
        panic!("two criteria")
    };
    assert_eq!(
        (knowledge.title.default(), knowledge.weight),
        ("知识", Milli::whole(50))
    );
    let anchors: Vec<_> = attitude
        .anchors
        .iter()
        .map(|(level, text)| (*level, text.get(&Lang::english())))
        .collect();
    assert_eq!(anchors, [(1, "Cold"), (3, "Polite"), (5, "Takes the first step")]);
}

#[test]
fn phrases_are_each_languages_own() {
    let library = library(&base());
    let list = &library.phrases["forbidden"];
    assert!(list.forbidden && !library.phrases["polite"].forbidden);
    assert_eq!(list.of(&Lang::chinese())[1].except, ["您可能不知道"]);
    assert_eq!(list.of(&Lang::english())[0].text, "Not my job");
    assert_eq!(library.phrases["polite"].of(&Lang::english())[0].text, "您好");
    assert_eq!(list.all().count(), 4);
}

#[test]
fn knowledge_is_a_question_and_its_approved_wording() {
    let library = library(&base());
    let entry = &library.knowledge["opening-hours"];
    assert_eq!(entry.tags, ["phone", "hours"]);
    assert_eq!(entry.plain.default(), "客服中心每天早上八点到晚上十点接听电话。");
    assert!(
        entry
            .wording
            .get(&Lang::english())
            .starts_with("<p>Customer service takes calls")
    );
}

#[test]
fn pictures_and_other_files_are_media() {
    let library = library(&with("courses/phone-service/form.pdf", "%PDF"));
    let media: Vec<_> = library.media.keys().map(String::as_str).collect();
    assert_eq!(
        media,
        ["courses/phone-service/desk.png", "courses/phone-service/form.pdf"]
    );
}

#[test]
fn a_language_in_a_name_is_one_of_the_site_and_not_the_default() {
    let text = "---\nformat: glossary/1\ntitle: x\n---\n\n- a: b\n- c: d\n";
    for (path, code) in [
        ("glossary.fr.md", "unknown-language"),
        ("glossary.zh-CN.md", "default-language-in-name"),
    ] {
        assert_eq!(errors(&with(path, text)), [(path.to_owned(), 1, code)]);
    }
}

#[test]
fn a_translation_without_a_text_falls_back_but_a_policy_must_have_one() {
    let files = with(
        "roles/phone-agent.en.md",
        "---\nformat: role/1\ntitle: Phone agent\n---\n",
    );
    let body = &library(&files).roles["phone-agent"].body;
    assert_eq!(body.get(&Lang::english()), body.default());
    let path = "policies/confidentiality.en.md";
    let empty = with(path, "---\nformat: policy/1\ntitle: Confidentiality\n---\n");
    assert_eq!(errors(&empty), [(path.to_owned(), 5, "translation-differs")]);
}
