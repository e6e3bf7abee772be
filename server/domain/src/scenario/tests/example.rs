//! The example of the content formats, played and scored.

use super::super::model::{Channel, Critical, Exit};
use super::super::play::{Event, Mode, Play, PlayError, apply, replay};
use super::super::score::{Outcome, Rating, Score, ScoreError, score};
use super::super::state::state_hash;
use super::super::wording::propose;
use super::{EXAMPLE, at, chose, forbidden, sound};
use crate::lang::{Lang, Text};
use crate::score::Milli;
use crate::time::Moment;

fn typed(node: usize, text: &str, seconds: i64) -> Event {
    Event::Replied {
        node,
        text: text.to_owned(),
        at: at(seconds),
    }
}

fn final_score(outcome: Outcome) -> Score {
    match outcome {
        Outcome::Final(score) => score,
        Outcome::Provisional { .. } => panic!("rated"),
    }
}

#[test]
fn it_reads_as_it_is_written() {
    let scenario = sound(EXAMPLE);
    assert_eq!(scenario.channel, Some(Channel::Chat));
    assert_eq!(scenario.pass, Milli::whole(80));
    let ids: Vec<&str> = scenario.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(
        ids,
        ["open", "look-up", "promise", "closing", "thanks", "hang-up"]
    );
    assert_eq!(
        (scenario.start, scenario.tests.len(), scenario.timely()),
        (0, 3, Some(2))
    );
    let open = &scenario.nodes[0];
    assert_eq!(
        open.within
            .as_ref()
            .map(|within| (within.seconds, within.or_else)),
        Some((30, Some(5)))
    );
    let speech = "<blockquote><p><strong>王女士</strong>：快递三天没到，你们管不管？</p></blockquote>";
    assert_eq!(open.body.default(), speech);
    let Exit::Choices(choices) = &open.exit else {
        panic!("choices")
    };
    assert_eq!(choices[2].critical, [Critical::Customer]);
    assert_eq!(
        choices[2].feedback.as_ref().map(Text::default),
        Some("<p>推诿是服务忌语。</p>")
    );
    let Exit::Reply(reply) = &scenario.nodes[2].exit else {
        panic!("a reply")
    };
    assert_eq!((reply.to, reply.max, reply.must.default.len()), (3, 400, 2));
}

#[test]
fn a_perfect_play_waits_for_its_rater_and_then_has_100() {
    let scenario = sound(EXAMPLE);
    let text = "抱歉让您久等，明早九点前我给您结果。";
    let events = [
        chose(0, 0, 5),
        chose(1, 1, 20),
        typed(2, text, 500),
        chose(3, 0, 510),
    ];
    let play = replay(&scenario, Mode::Assessed, at(0), &events).unwrap();
    assert_eq!(
        (play.end(&scenario), play.earned.as_slice()),
        (Some(true), &[2, 3, 2][..])
    );
    assert_eq!(play.replies(), [2]);
    let Ok(Outcome::Provisional { so_far, waiting }) = score(&scenario, &play, &[]) else {
        panic!("not rated yet")
    };
    assert_eq!(
        (so_far.score, so_far.passed, waiting.as_slice()),
        (Milli(83_333), false, &[0][..])
    );
    let rated = |points: u32, banned: bool| {
        let rating = Rating {
            reply: 0,
            points: vec![(0, points.into())],
            banned,
        };
        final_score(score(&scenario, &play, &[rating]).unwrap())
    };
    assert_eq!(
        (rated(1, false).score, rated(1, false).passed),
        (Milli::whole(100), true)
    );
    assert_eq!(
        (rated(0, false).score, rated(0, false).passed),
        (Milli(83_333), true)
    );
    // A critical error stands beside the score and fails the attempt.
    let banned = rated(1, true);
    assert_eq!(
        (banned.score, banned.passed, banned.mistakes[0].critical),
        (Milli::whole(100), false, Critical::Customer)
    );
}

#[test]
fn a_rating_must_fit_the_reply() {
    let scenario = sound(EXAMPLE);
    let events = [
        chose(0, 0, 5),
        chose(1, 1, 20),
        typed(2, "好。", 30),
        chose(3, 0, 40),
    ];
    let play = replay(&scenario, Mode::Assessed, at(0), &events).unwrap();
    let rate = |reply: usize, points: &[(usize, u32)]| Rating {
        reply,
        points: points
            .iter()
            .map(|(at, points)| (*at, (*points).into()))
            .collect(),
        banned: false,
    };
    let error = |ratings: &[Rating]| score(&scenario, &play, ratings).unwrap_err();
    assert_eq!(error(&[rate(1, &[])]), ScoreError::NoSuchReply { reply: 1 });
    assert_eq!(
        error(&[rate(0, &[]), rate(0, &[])]),
        ScoreError::RatedTwice { reply: 0 }
    );
    for points in [&[(0, 2)][..], &[(1, 1)], &[(0, 1), (0, 1)], &[(9, 0)]] {
        assert_eq!(
            error(&[rate(0, points)]),
            ScoreError::WrongPoints { reply: 0 },
            "{points:?}"
        );
    }
    assert_eq!(
        score(&scenario, &Play::begin(&scenario, Mode::Assessed, at(0)), &[]),
        Err(ScoreError::Unfinished)
    );
}

#[test]
fn an_answer_too_late_is_the_time_run_out() {
    let scenario = sound(EXAMPLE);
    let begin = Play::begin(&scenario, Mode::Assessed, at(0));
    assert_eq!(begin.deadline(&scenario), Some(at(30)));
    let just = apply(&scenario, &begin, &chose(0, 0, 30)).unwrap();
    assert_eq!((just.node, just.earned[2], just.steps[0].in_time), (1, 1, true));
    let late = Event::Chose {
        node: 0,
        choice: 0,
        at: Moment(at(30).0 + 1),
    };
    let late = apply(&scenario, &begin, &late).unwrap();
    assert_eq!(
        (late.node, late.earned.as_slice(), late.mistakes.len()),
        (5, &[0, 0, 0][..], 0)
    );
    let timeout = Event::TimedOut {
        node: 0,
        at: Moment(at(30).0 + 1),
    };
    assert_eq!(apply(&scenario, &begin, &timeout).as_ref(), Ok(&late));
    let early = Event::TimedOut { node: 0, at: at(30) };
    assert_eq!(apply(&scenario, &begin, &early), Err(PlayError::NotTimedOut));
    assert_ne!(state_hash(&just), state_hash(&late));
}

#[test]
fn what_cannot_happen_changes_nothing() {
    let scenario = sound(EXAMPLE);
    let begin = Play::begin(&scenario, Mode::Assessed, at(0));
    let error = |play: &Play, event: Event| apply(&scenario, play, &event).unwrap_err();
    assert_eq!(error(&begin, chose(1, 0, 1)), PlayError::NotHere);
    assert_eq!(error(&begin, chose(0, 3, 1)), PlayError::NoSuchChoice);
    assert_eq!(error(&begin, typed(0, "x", 1)), PlayError::NotThisWay);
    assert_eq!(
        error(&begin, Event::Went { node: 0, at: at(1) }),
        PlayError::NotThisWay
    );
    // Anger goes from 3 to 2, which still shows the first choice of look-up.
    let calm = replay(&scenario, Mode::Assessed, at(0), &[chose(0, 0, 1)]).unwrap();
    assert_eq!(
        (calm.vars.as_slice(), calm.visible(&scenario)),
        (&[2][..], vec![0, 1, 2])
    );
    let promise = replay(
        &scenario,
        Mode::Assessed,
        at(0),
        &[chose(0, 0, 1), chose(1, 1, 2)],
    )
    .unwrap();
    assert_eq!(error(&promise, typed(2, " \n", 3)), PlayError::Empty);
    assert_eq!(
        error(&promise, typed(2, &"字".repeat(401), 3)),
        PlayError::TooLong { max: 400 }
    );
    assert!(apply(&scenario, &promise, &typed(2, &"字".repeat(400), 3)).is_ok());
    assert_eq!(
        error(
            &promise,
            Event::TimedOut {
                node: 2,
                at: at(9999)
            }
        ),
        PlayError::NotTimedOut
    );
    let over = replay(&scenario, Mode::Assessed, at(0), &[chose(0, 2, 1)]).unwrap();
    assert_eq!(over.mistakes[0].critical, Critical::Customer);
    assert_eq!(error(&over, chose(5, 0, 2)), PlayError::Finished);
    assert!(over.visible(&scenario).is_empty());
}

#[test]
fn phrases_propose_and_flag() {
    let scenario = sound(EXAMPLE);
    let propose = |text: &str, lang: &Lang| propose(&scenario, 2, text, lang, &forbidden()).unwrap();
    let polite = propose("对不起，马上办", &Lang::chinese());
    assert_eq!(
        (
            polite.points.as_slice(),
            polite.must[0].span.clone(),
            polite.ban.len()
        ),
        (&[(0, 1)][..], 0..9, 0)
    );
    let rude = propose("这不归 我 管，您可能不知道", &Lang::chinese());
    assert_eq!(
        (rude.points.as_slice(), rude.ban.len(), rude.ban[0].words.as_str()),
        (&[][..], 1, "不归我管")
    );
    // A list is asked in all its languages, whatever the page was in.
    for lang in [Lang::english(), Lang::chinese()] {
        assert_eq!(propose("Not my JOB!", &lang).ban.len(), 1);
    }
    assert!(super::super::wording::propose(&scenario, 0, "", &Lang::chinese(), &forbidden()).is_none());
}
