//! The course library that ships.

use crate::folder::read_folder;
use domain::content::check;
use domain::content::problem::Severity;
use domain::lang::Lang;
use domain::scenario::{Channel, Exit, Scenario};
use std::collections::BTreeSet;

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

#[test]
fn eight_role_plays_in_both_languages_over_all_channels_each_with_tests_and_guides() {
    let library = check(&read_folder("../../content")).library.unwrap();
    let scenarios: Vec<&Scenario> = library.scenarios.values().collect();
    assert_eq!(scenarios.len(), 8);
    let channels: BTreeSet<_> = scenarios
        .iter()
        .map(|scenario| match scenario.channel.unwrap() {
            Channel::Phone => "phone",
            Channel::Chat => "chat",
            Channel::Email => "email",
            Channel::OnSite => "on-site",
        })
        .collect();
    assert_eq!(channels.len(), 4, "{channels:?}");
    for scenario in scenarios {
        let id = &scenario.head.id;
        assert_eq!(
            scenario.head.languages,
            [Lang::chinese(), Lang::english()],
            "{id}"
        );
        let expected = |passes: bool| scenario.tests.iter().any(|test| test.passed == passes);
        assert!(expected(true) && expected(false), "{id} is tried both ways");
        let replies = scenario.nodes.iter().filter_map(|node| match &node.exit {
            Exit::Reply(reply) => Some(reply),
            _ => None,
        });
        // Being sorry for the experience and admitting a fault are told apart for raters (S22).
        for reply in replies {
            let guide = reply.guide.as_ref().unwrap();
            assert!(
                guide.default().contains('错') && guide.default().contains("道歉"),
                "{id}"
            );
            assert!(
                reply.anchors.len() > reply.rate.len(),
                "{id} has an anchor for each level"
            );
        }
    }
}
