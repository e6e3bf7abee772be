//! What the library makes of roles: requirements, stages, certificates.

use crate::folder::{base, errors, library, with};
use domain::access::Access;
use domain::content::check;
use domain::content::requirement::Requirement;
use domain::content::role::Permits;
use domain::content::values::Period;
use domain::lang::Lang;

#[test]
fn a_role_says_what_it_takes() {
    let library = library(&base());
    let role = &library.roles["phone-agent"];
    assert_eq!(role.head.title.get(&Lang::english()), "Phone agent");
    assert_eq!(role.level.as_deref(), Some("junior"));
    assert_eq!(role.next.as_deref(), Some("phone-agent-mid"));
    let certificate = role.certificate.expect("a certificate");
    assert_eq!(certificate.valid, Period::Months(12));
    assert_eq!(certificate.renew, Period::parse("60d"));
    assert_eq!(certificate.grace, Period::parse("14d"));
    let probation = role.probation.as_ref().expect("a probation");
    assert_eq!(probation.length, Period::Months(3));
    let pair = |name: &str, review: &str| (name.to_owned(), review.to_owned());
    assert_eq!(
        probation.reviews,
        [
            pair("monthly", "probation-monthly"),
            pair("final", "probation-final")
        ]
    );
    let [stage] = role.stages.as_slice() else {
        panic!("plain requirements are one stage")
    };
    assert_eq!((stage.name.is_none(), stage.permits), (true, Permits::Live));
    assert_eq!(
        stage.requires,
        [
            Requirement::Course {
                course: "service-basics".to_owned()
            },
            Requirement::Quiz {
                quiz: "phone-service/quiz".to_owned()
            },
            Requirement::Scenario {
                scenario: "late-delivery".to_owned(),
                times: 2,
                within: Period::parse("90d")
            },
            Requirement::Acknowledge {
                policy: "confidentiality".to_owned()
            },
            Requirement::SignOff {
                checklist: "phone-floor-skills".to_owned(),
                by: Some(Access::Trainer)
            },
            Requirement::Approve {
                by: Access::Supervisor
            },
        ]
    );
    let named: Vec<_> = stage
        .requires
        .iter()
        .map(|requirement| (requirement.kind(), requirement.id()))
        .collect();
    assert_eq!(
        named[4..],
        [("sign-off", "phone-floor-skills"), ("approve", "supervisor")]
    );
}

#[test]
fn stages_have_an_order_and_names_that_are_translated() {
    let english = "---\nformat: role/1\ntitle: Mid\nstages:\n  - name: Watching\n  - name: Serving\n---\n";
    let files = with("roles/phone-agent-mid.en.md", english);
    assert_eq!(errors(&files), []);
    let library = library(&files);
    let stages = &library.roles["phone-agent-mid"].stages;
    let names: Vec<_> = stages.iter().filter_map(|stage| stage.name.as_ref()).collect();
    assert_eq!(
        (names[0].default(), names[0].get(&Lang::english())),
        ("shadowing", "Watching")
    );
    assert_eq!(
        (stages[0].permits, stages[1].permits),
        (Permits::Shadow, Permits::Live)
    );

    let path = "roles/phone-agent-mid.en.md".to_owned();
    let fewer = with(
        &path,
        "---\nformat: role/1\ntitle: Mid\nstages:\n  - name: Watching\n---\n",
    );
    assert_eq!(errors(&fewer), [(path.clone(), 4, "translation-differs")]);
    let behaviour = english.replace("Serving", "Serving\n    permits: live");
    assert_eq!(
        errors(&with(&path, &behaviour)),
        [(path, 7, "behaviour-in-translation")]
    );
}

#[test]
fn a_role_that_requires_nothing_makes_nobody_live() {
    for requires in [
        "",
        "requires: []\n",
        "stages: []\n",
        "stages:\n  - permits: live\n",
    ] {
        let files = with(
            "roles/new.md",
            &format!("---\nformat: role/1\ntitle: x\n{requires}---\n"),
        );
        let problems = check(&files).problems;
        assert!(
            problems.iter().any(|problem| problem.code == "requires-nothing"),
            "{requires}"
        );
    }
}

#[test]
fn a_requirement_is_of_one_kind_with_its_own_keys() {
    let role = |lines: &str| {
        let text = format!("---\nformat: role/1\ntitle: x\nrequires:\n{lines}---\n");
        errors(&with("roles/new.md", &text))
            .into_iter()
            .map(|(_, line, code)| (line, code))
            .collect::<Vec<_>>()
    };
    assert_eq!(role("  - by: trainer\n"), [(5, "requirement-without-kind")]);
    assert_eq!(
        role("  - course: service-basics\n    quiz: phone-service/quiz\n"),
        [(6, "two-kinds")]
    );
    assert_eq!(
        role("  - course: service-basics\n    times: 2\n"),
        [(6, "key-not-here")]
    );
    assert_eq!(
        role("  - sign-off: phone-floor-skills\n    within: 90d\n"),
        [(6, "key-not-here")]
    );
    assert_eq!(
        role("  - scenario: late-delivery\n    times: 0\n"),
        [(6, "wrong-value")]
    );
    assert_eq!(role("  - supervisor\n"), [(5, "wrong-value")]);
    let both = "---\nformat: role/1\ntitle: x\nrequires: [{approve: admin}]\nstages: []\n---\n";
    assert_eq!(
        errors(&with("roles/new.md", both)),
        [("roles/new.md".to_owned(), 4, "requires-and-stages")]
    );
}
