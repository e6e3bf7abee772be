//! What is measured.

use std::sync::{Mutex, PoisonError};

use crate::{
    Outcome,
    client::Connection,
    content::{self, LESSONS, QUESTIONS},
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

    let token = &made.token;
    let gate = load::run(server, REPORTS, |connection, number| {
        gate(connection, number % PEOPLE, token)
    })?;
    report.add("gate API", gate);
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
