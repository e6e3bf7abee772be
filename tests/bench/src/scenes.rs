//! What is measured.

use std::sync::{Mutex, PoisonError};

use crate::{
    Outcome,
    client::Connection,
    content::{self, LESSONS, QUESTIONS, TURNS},
    data::{self, Made, PEOPLE},
    form::Visitor,
    load,
    process::Server,
    report::Report,
};

/// How often a page is asked for.
const PAGES: usize = 4000;

/// How often the API is asked.
const REPORTS: usize = 20_000;

/// How often something is searched for.
const SEARCHED: usize = 2000;

/// Measures everything, one thing after the other.
pub(crate) fn play(server: &Server, made: &Made, report: &mut Report) -> Outcome {
    let sign_in_page = load::run(server, PAGES, |connection, _| {
        connection
            .get("/sign-in", "Accept: text/html\r\n")?
            .must(200, "name=\"password\"")
            .map(drop)
    })?;
    report.add("sign-in page", sign_in_page);

    let visitors = Mutex::new(Vec::new());
    let signing_in = load::run(server, PEOPLE, |connection, number| {
        let visitor = Visitor::sign_in(connection, number)?;
        visitors
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((number, visitor));
        Ok(())
    })?;
    report.add("signing in", signing_in);
    let mut visitors = visitors.into_inner().unwrap_or_else(PoisonError::into_inner);
    visitors.sort_by_key(|(number, _)| *number);
    let mut connection = Connection::open(&server.host)?;
    for (_, visitor) in &mut visitors {
        visitor.find_token(&mut connection)?;
    }
    drop(connection);
    let visitors: Vec<Visitor> = visitors.into_iter().map(|(_, visitor)| visitor).collect();

    let today = load::run(server, PAGES, |connection, number| {
        let person = number % PEOPLE;
        visitors[person]
            .open(connection, "/")?
            .must(200, &data::name(person))
            .map(drop)
    })?;
    report.add("today", today);
    let lesson = load::run(server, PAGES, |connection, number| {
        let person = number % PEOPLE;
        let path = format!("/courses/basics/{}", content::lesson(number % LESSONS));
        visitors[person]
            .open(connection, &path)?
            .must(200, &data::name(person))
            .map(drop)
    })?;
    report.add("lesson", lesson);
    let done = load::run(server, PEOPLE * LESSONS, |connection, number| {
        let lesson = content::lesson(number / PEOPLE);
        let fields = format!("lesson=basics%2F{lesson}");
        let visitor = &visitors[number % PEOPLE];
        visitor
            .send(
                connection,
                "/do/complete-lesson",
                &format!("done-{number}"),
                &fields,
            )
            .map(drop)
    })?;
    report.add("marking a lesson done", done);

    let half = PEOPLE / 2;
    let cycle = load::run(server, half, |connection, number| {
        quiz(connection, &visitors[number], number, false)
    })?;
    report.add("quiz cycle, saved once (5 requests)", cycle);
    let cycle = load::run(server, half, |connection, number| {
        quiz(connection, &visitors[half + number], half + number, true)
    })?;
    report.add("quiz cycle, every answer saved (24 requests)", cycle);

    let play = load::run(server, PEOPLE, |connection, number| {
        role_play(connection, &visitors[number], number)
    })?;
    report.add("role-play of ten turns (22 requests)", play);

    let token = &made.token;
    let gate = load::run(server, REPORTS, |connection, number| {
        gate(connection, number % PEOPLE, token)
    })?;
    report.add("gate API", gate);
    Ok(())
}

/// Words of two characters, English ones, both, ones that one lesson has, and ones that none has; each with what the
/// page then says.
const SEARCHES: [(&str, &str); 5] = [
    ("%E9%80%80%E6%AC%BE", "退款"),
    ("refund", "refund"),
    ("%E9%80%80%E6%AC%BE+refund", "refund"),
    ("case+1777", "1777"),
    ("%E5%87%BA%E5%9B%BD", "没有找到"),
];

/// What a search may take of the server, in milliseconds.
const A_SEARCH: f64 = 10.0;

/// Searches many lessons.
pub(crate) fn search(server: &Server, report: &mut Report) -> Outcome {
    let visitor = Visitor::sign_in(&mut Connection::open(&server.host)?, 0)?;
    let figures = load::run(server, SEARCHED, |connection, number| {
        let (words, said) = SEARCHES[number % SEARCHES.len()];
        visitor
            .open(connection, &format!("/search?q={words}"))?
            .must(200, said)
            .map(drop)
    })?;
    let cpu = figures.cpu_ms;
    report.add("search in 2000 lessons", figures);
    if cpu >= A_SEARCH {
        return Err(format!("a search takes {cpu:.1} ms of the server, not under {A_SEARCH}").into());
    }
    Ok(())
}

/// From the start to the result, all answers right; either half of them saved in one go, or each by itself.
fn quiz(connection: &mut Connection, visitor: &Visitor, number: usize, each: bool) -> Outcome {
    let path = visitor.send(
        connection,
        "/do/start-attempt",
        &format!("start-{number}"),
        "quiz=basics%2Fquiz",
    )?;
    let attempt = path.strip_prefix("/attempts/").ok_or("no attempt was begun")?;
    visitor.open(connection, &path)?.must(200, attempt)?;
    let saves = if each { QUESTIONS } else { 1 };
    let all = if each { QUESTIONS } else { QUESTIONS / 2 };
    for save in 0..saves {
        let answers: String = (save..all)
            .step_by(saves)
            .map(|at| format!("&q{at}=0&seq{at}=1"))
            .collect();
        let fields = format!("attempt={attempt}{answers}");
        visitor
            .call(connection, "/do/save-answers", &fields)?
            .must(200, "\"saved\"")?;
    }
    let answers: String = (0..QUESTIONS).map(|at| format!("&q{at}=0&seq{at}=2")).collect();
    let fields = format!("attempt={attempt}&then=submit{answers}");
    visitor.send(connection, "/do/hand-in", &format!("submit-{number}"), &fields)?;
    visitor.open(connection, &path)?.must(200, "100")?;
    Ok(())
}

/// From the start to the result, each answer sent and the next node looked at.
fn role_play(connection: &mut Connection, visitor: &Visitor, number: usize) -> Outcome {
    let key = format!("play-{number}");
    let path = visitor.send(connection, "/do/start-play", &key, "scenario=hurry")?;
    let play = path.strip_prefix("/plays/").ok_or("no play was begun")?;
    for turn in 1..=TURNS {
        let question = format!("第 {} 次问", turn - 1);
        visitor.open(connection, &path)?.must(200, &question)?;
        let fields = format!("play={play}&seq={turn}&choice=1");
        visitor.send(connection, "/do/answer-play", &format!("{key}-{turn}"), &fields)?;
    }
    visitor.open(connection, &path)?.must(200, "100").map(drop)
}

/// The report says that everything of this person counted.
fn gate(connection: &mut Connection, person: usize, token: &str) -> Outcome {
    let login = data::login(person);
    let path = format!("/api/v1/roles/agent/people/{login}/gate");
    let answer = connection.get(&path, &format!("Authorization: Bearer {token}\r\n"))?;
    let answer = answer.must(200, &format!("/people/{login}#floor"))?;
    let report: serde_json::Value = serde_json::from_str(&answer.body)?;
    let met = |at: usize| report["requirements"][at]["state"] == "met";
    if met(0) && met(1) {
        Ok(())
    } else {
        Err(format!("what {login} did is not there: {}", answer.body).into())
    }
}
