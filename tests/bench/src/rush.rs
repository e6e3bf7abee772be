//! Everybody at once: 300 people begin one quiz together, answer it together and hand it in together, while a release is
//! published and a question is judged anew. What the server said it kept is compared with what is in the database.

use std::{
    path::Path,
    sync::{
        Barrier,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use domain::{evidence::Outcome as Judged, score::Milli};
use store::{attempts, sessions};

use crate::{
    Outcome,
    client::Connection,
    content::{self, QUESTIONS},
    data,
    form::Visitor,
    load::Figures,
    process::Server,
    report::Report,
    stopwatch::Stopwatch,
};

/// How many people take the quiz.
pub(crate) const PEOPLE: usize = 300;

/// How long each thinks about a question: shorter than anybody does.
const THINKS: Duration = Duration::from_secs(1);

/// How often somebody who only reads opens a page.
const READS: Duration = Duration::from_millis(100);

/// How long a save may take, 99 times in a hundred.
const A_SAVE: Duration = Duration::from_millis(100);

/// After how many questions the release with the corrected key is published.
const MEANWHILE: u32 = 5;

/// What somebody did, as the server acknowledged it.
struct Done {
    attempt: String,
    /// How long each save took.
    saves: Vec<Duration>,
}

/// What is picked: right in all questions but the second, where only a third of the people are.
fn picked(person: usize, question: usize) -> usize {
    if question == 1 { person % 3 } else { 0 }
}

/// Plays it on a server of its own and looks into the database afterwards.
pub(crate) fn play(binary: &Path, folder: &Path, report: &mut Report) -> Outcome {
    data::make_class(folder, PEOPLE)?;
    let (server, _) = Server::start(binary, folder)?;
    let visitors: Vec<Visitor> = sign_in(&server)?;
    let mut connection = Connection::open(&server.host)?;
    let mut trainer = Visitor::sign_in(&mut connection, PEOPLE)?;
    trainer.find_token(&mut connection)?;

    let (cpu, clock, over) = (server.cpu_ms()?, Stopwatch::start(), AtomicBool::new(false));
    // And the trainer, who judges a question anew while they hand in.
    let together = Barrier::new(PEOPLE + 1);
    let (done, reads) = thread::scope(|scope| -> Outcome<_> {
        let takers: Vec<_> = visitors
            .iter()
            .enumerate()
            .map(|(person, visitor)| {
                let (server, together) = (&server, &together);
                scope.spawn(move || take(server, visitor, person, together))
            })
            .collect();
        let reader = scope.spawn(|| read(&server, &trainer, &over));
        let meanwhile = scope.spawn(|| -> Outcome {
            together.wait();
            thread::sleep(THINKS * MEANWHILE);
            let published = data::publish(folder, content::corrected_files());
            together.wait();
            published?;
            regrade(&server, &trainer)
        });
        let done: Outcome<Vec<Done>> = takers
            .into_iter()
            .map(|taker| taker.join().map_err(|_| "a taker stopped")?)
            .collect();
        over.store(true, Ordering::Relaxed);
        meanwhile.join().map_err(|_| "publishing stopped")??;
        Ok((done?, reader.join().map_err(|_| "the reader stopped")??))
    })?;
    let (seconds, cpu) = (clock.elapsed().as_secs_f64(), server.cpu_ms()? - cpu);
    server.stop()?;
    kept(folder, &visitors, &done)?;

    let saves: Vec<_> = done.into_iter().flat_map(|done| done.saves).collect();
    let saves = Figures::of(saves, seconds, cpu);
    let p99 = saves.p99;
    report.add("300 together: a save", saves);
    report.add("300 together: a page meanwhile", Figures::of(reads, seconds, cpu));
    if p99 >= A_SAVE {
        return Err(format!("of a hundred saves one takes {p99:?}, not under {A_SAVE:?}").into());
    }
    Ok(())
}

fn sign_in(server: &Server) -> Outcome<Vec<Visitor>> {
    let mut connection = Connection::open(&server.host)?;
    (0..PEOPLE)
        .map(|person| {
            let mut visitor = Visitor::sign_in(&mut connection, person)?;
            visitor.find_token(&mut connection)?;
            Ok(visitor)
        })
        .collect()
}

/// One person's quiz: all begin together, each answers at a moment of his own, all hand in together.
fn take(server: &Server, visitor: &Visitor, person: usize, together: &Barrier) -> Outcome<Done> {
    let connection = Connection::open(&server.host);
    together.wait();
    let begun = connection.and_then(|mut connection| {
        let key = format!("start-{person}");
        let path = visitor.send(&mut connection, "/do/start-attempt", &key, "quiz=basics%2Fquiz")?;
        let attempt = path.strip_prefix("/attempts/").ok_or("no attempt was begun")?;
        visitor.open(&mut connection, &path)?.must(200, attempt)?;
        thread::sleep(THINKS * u32::try_from(person)? / u32::try_from(PEOPLE)?);
        let mut saves = Vec::with_capacity(QUESTIONS);
        for question in 0..QUESTIONS {
            let clock = Stopwatch::start();
            let answer = picked(person, question);
            let fields = format!("attempt={attempt}&q{question}={answer}&seq{question}=1");
            visitor
                .call(&mut connection, "/do/save-answers", &fields)?
                .must(200, "\"saved\"")?;
            let took = clock.elapsed();
            saves.push(took);
            thread::sleep(THINKS.saturating_sub(took));
        }
        Ok((connection, attempt.to_owned(), saves))
    });
    // Whoever failed still comes here: the others wait for everybody.
    together.wait();
    let (mut connection, attempt, saves) = begun?;
    let (key, fields) = (
        format!("submit-{person}"),
        format!("attempt={attempt}&then=submit"),
    );
    visitor.send(&mut connection, "/do/hand-in", &key, &fields)?;
    Ok(Done { attempt, saves })
}

/// Opens pages until all have handed in.
fn read(server: &Server, visitor: &Visitor, over: &AtomicBool) -> Outcome<Vec<Duration>> {
    let mut connection = Connection::open(&server.host)?;
    let mut took = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let clock = Stopwatch::start();
        visitor
            .open(&mut connection, "/courses/basics/lesson-00")?
            .must(200, "第 0 课")?;
        took.push(clock.elapsed());
        thread::sleep(READS);
    }
    Ok(took)
}

/// Judges that question anew for whoever has handed in so far.
fn regrade(server: &Server, trainer: &Visitor) -> Outcome {
    let mut connection = Connection::open(&server.host)?;
    let page = trainer.open(
        &mut connection,
        "/reports/quizzes/basics/quiz/regrade?question=question-1",
    )?;
    if page.status != 200 {
        return Err(format!("the regrade room answers {}", page.status).into());
    }
    let version = content::corrected_version()?;
    let fields = format!("quiz=basics%2Fquiz&question=question-1&version={version}&reason=key");
    trainer.send(&mut connection, "/do/regrade-question", "regrade", &fields)?;
    Ok(())
}

/// Everything acknowledged is in the database: each answer as it was given, each attempt handed in once and judged.
fn kept(folder: &Path, visitors: &[Visitor], done: &[Done]) -> Outcome {
    data::on(folder, async |store, now| {
        for (person, (visitor, done)) in visitors.iter().zip(done).enumerate() {
            let session = sessions::authenticate(store, visitor.session(), now).await?;
            let learner = session.and_then(|session| session.learner());
            let learner = learner.ok_or("a session is gone")?;
            let attempt = attempts::of_learner(store, &learner, &done.attempt).await?;
            let attempt = attempt.ok_or("an attempt is gone")?;
            for (question, asked) in attempt.questions.iter().enumerate() {
                let given = Some(vec![picked(person, question).to_string()]);
                if asked.answer != given {
                    let is = &asked.answer;
                    return Err(
                        format!("person {person}, question {question}: {given:?} became {is:?}").into(),
                    );
                }
            }
            // The attempt's own key has the first option; the corrected one, where it was applied, the second.
            let key = usize::from(attempt.questions[1].regraded.is_some());
            let right = QUESTIONS - usize::from(picked(person, 1) != key);
            let score = Some(Milli::whole(i64::try_from(right * 100 / QUESTIONS)?));
            if (attempt.score, attempt.outcome) != (score, Some(Judged::Passed)) {
                let is = (attempt.score, attempt.outcome);
                return Err(format!("person {person} has {is:?}, not {score:?}").into());
            }
            if attempts::list(store, &learner.person).await?.len() != 1 {
                return Err(format!("person {person} has more than one attempt").into());
            }
        }
        Ok(())
    })
}
