//! Whatever happens on the way (saves late, twice and out of order, restarts, a clock that jumps), the grade is that of the
//! last answers that were accepted; and where questions come one after the other, what was passed never changes.

use super::tests::*;
use super::*;
use crate::actors::{Learner, Operator};
use crate::open::Store;
use crate::testing::{NOW, Temp, sign_in};
use proptest::prelude::*;
use std::collections::BTreeMap;

const QUESTIONS: usize = 3;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Event {
    /// An answer arrives.
    Save(usize, i64, &'static str),
    /// One that was sent before arrives again.
    Repeat(prop::sample::Index),
    /// Somebody goes on from a question.
    Next(usize),
    /// The server stops and starts.
    Restart,
    /// The clock goes on, or back.
    Clock(i64),
}

fn event() -> impl Strategy<Value = Event> {
    let texts = prop::sample::select(&["right", "wrong", ""][..]);
    prop_oneof![
        8 => (0..QUESTIONS, 1..12_i64, texts).prop_map(|(at, seq, text)| Event::Save(at, seq, text)),
        3 => any::<prop::sample::Index>().prop_map(Event::Repeat),
        3 => (0..QUESTIONS).prop_map(Event::Next),
        1 => Just(Event::Restart),
        2 => (-600..700_i64).prop_map(Event::Clock),
    ]
}

/// What must have been kept, and where the attempt must be; nowhere in particular where one goes freely.
struct Kept {
    answers: BTreeMap<usize, (i64, &'static str)>,
    reached: Option<usize>,
}

impl Kept {
    /// Whether the save is one for which it is too late, or too early.
    fn is_out_of_turn(&self, (at, _, text): (usize, i64, &'static str)) -> bool {
        let kept = self.answers.get(&at).map_or("", |(_, text)| text);
        self.reached
            .is_some_and(|reached| at > reached || at < reached && kept != text)
    }

    /// A save counts when its number is higher than any before; of two with the same number the first stays.
    fn save(&mut self, (at, seq, text): (usize, i64, &'static str)) {
        if self.reached.is_some_and(|reached| at < reached) {
            return;
        }
        let kept = self.answers.entry(at).or_insert((0, ""));
        if seq > kept.0 {
            *kept = (seq, text);
        }
    }

    /// One step at a time, and none behind the last question.
    fn go_on(&mut self, from: usize) {
        if self.reached == Some(from) && from + 1 < QUESTIONS {
            self.reached = Some(from + 1);
        }
    }

    fn marks(&self) -> Vec<Option<Share>> {
        let right = |at| self.answers.get(&at).is_some_and(|(_, text)| *text == "right");
        (0..QUESTIONS).map(|at| Some(Share::whole(right(at)))).collect()
    }
}

async fn step(
    store: &Store,
    learner: &Learner,
    id: &str,
    from: usize,
    now: Moment,
) -> Result<(), StoreError> {
    let (learner, id) = (learner.clone(), id.to_owned());
    let work = store.write(move |tx| Box::pin(async move { go_on(tx, &learner, &id, from, &[], now).await }));
    work.await
}

async fn live(events: Vec<Event>, in_turn: bool, hands_in: bool) {
    let temp = Temp::new();
    let mut store = temp.serve().await;
    let account = temp.account(&store, "anna", "learner").await;
    let anna =
        |store: Store, account: String| async move { sign_in(&store, account).await.learner().unwrap() };
    let mut learner: Learner = anna(store.clone(), account.clone()).await;
    let new = if in_turn {
        in_sequence(QUESTIONS)
    } else {
        new(None, QUESTIONS)
    };
    let id = begin(&store, &learner, new).await.unwrap();
    let deadline = NOW.plus_seconds(900);
    let mut kept = Kept {
        answers: BTreeMap::new(),
        reached: in_turn.then_some(0),
    };
    let (mut now, mut sent) = (NOW, Vec::new());
    for event in events {
        let is_open = now <= deadline.plus_seconds(GRACE_SECONDS);
        let save = match event {
            Event::Save(at, seq, text) => Some((at, seq, text)),
            Event::Repeat(which) if !sent.is_empty() => Some(*which.get(&sent)),
            Event::Repeat(_) => None,
            Event::Next(from) => {
                let gone = step(&store, &learner, &id, from, now).await;
                let is_there = kept.reached.is_none_or(|reached| from <= reached);
                assert_eq!(gone.is_ok(), is_open && is_there, "{gone:?}");
                if gone.is_ok() {
                    kept.go_on(from);
                }
                None
            }
            Event::Restart => {
                store.close().await;
                drop(store);
                store = temp.serve().await;
                learner = anna(store.clone(), account.clone()).await;
                None
            }
            Event::Clock(seconds) => {
                now = now.plus_seconds(seconds);
                None
            }
        };
        let Some(save) = save else { continue };
        sent.push(save);
        let (at, seq, text) = save;
        let saved = put(&store, &learner, &id, vec![answer(at, seq, text)], now).await;
        let is_taken = is_open && !kept.is_out_of_turn(save);
        assert_eq!(saved.is_ok(), is_taken, "{saved:?}");
        if is_taken {
            kept.save(save);
        }
    }
    let attempt = if hands_in {
        hand_in(&store, &learner, &id, vec![], now).await.unwrap().attempt
    } else {
        let late = deadline.plus_seconds(GRACE_SECONDS + 1);
        let closing = id.clone();
        let work = store.write(move |tx| {
            Box::pin(async move { close_overdue(tx, &Operator::new(), &closing, late, grade).await })
        });
        work.await.unwrap().attempt
    };
    let marks: Vec<_> = attempt.questions.iter().map(|asked| asked.mark).collect();
    assert_eq!((marks, attempt.reached), (kept.marks(), kept.reached));
    assert!(
        attempt
            .submitted
            .is_some_and(|end| attempt.started <= end && end <= deadline)
    );
    assert_eq!(of_learner(&store, &learner, &id).await.unwrap(), Some(attempt));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_grade_is_that_of_the_last_answers_accepted(
        events in prop::collection::vec(event(), 0..30), in_turn in any::<bool>(), hands_in in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(live(events, in_turn, hands_in));
    }
}
