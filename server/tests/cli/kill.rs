//! A server that dies in the middle of everything keeps what it has acknowledged.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    thread,
    time::Duration,
};

use sqlx::{Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::shell::{Folder, Server, text};

const PEOPLE: usize = 4;
const QUESTIONS: usize = 8;
const KILLS: u64 = 20;
const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";

/// Somebody who takes the quiz again and again, and remembers what the server said it has kept.
#[derive(Default)]
struct Taker {
    login: String,
    session: String,
    token: String,
    /// The browser's count of changes.
    seq: i64,
    /// By attempt and question: the last change that was acknowledged, and its answer.
    saved: BTreeMap<(String, usize), (i64, String)>,
    submitted: Vec<String>,
    /// Attempts with a short limit that were begun, and left.
    left: BTreeSet<String>,
}

impl Taker {
    fn sign_in(&mut self, server: &Server) {
        let body = format!("login={}&password=a+password+of+mine&token=&key=", self.login);
        let answer = server
            .ask(
                "POST",
                "/do/sign-in",
                &format!("Accept: text/html\r\n{FORM}"),
                &body,
            )
            .unwrap();
        let (_, cookie) = answer.head.split_once("set-cookie: ").unwrap();
        self.session = format!("Cookie: {}\r\n", cookie.split(';').next().unwrap());
        let page = server.ask("GET", "/password", &self.session, "").unwrap();
        let (_, token) = page.body.split_once("name=\"token\" value=\"").unwrap();
        self.token = token.split('"').next().unwrap().to_owned();
    }

    /// Sends a form; the attempt it leads to, none when the server is gone.
    fn send(&self, server: &Server, action: &str, fields: &str) -> Option<String> {
        let headers = format!("Accept: text/html\r\n{}{FORM}", self.session);
        let body = format!("token={}&key={}-{}&{fields}", self.token, self.login, self.seq);
        let answer = server.ask("POST", action, &headers, &body)?;
        assert_eq!(answer.status, 303, "{answer:?}");
        let (_, attempt) = answer.head.split_once("location: /attempts/")?;
        Some(attempt.lines().next()?.to_owned())
    }

    /// Takes the quiz until the server is gone.
    fn take(&mut self, server: &Server) -> Option<()> {
        self.begin_and_leave(server)?;
        loop {
            let attempt = self.send(server, "/do/start-attempt", "quiz=basics%2Fquiz")?;
            for position in (0..QUESTIONS).chain(0..QUESTIONS) {
                self.save(server, &attempt, position)?;
            }
            let fields = format!("attempt={attempt}&then=submit");
            let handed_in = self.send(server, "/do/hand-in", &fields)?;
            assert_eq!(handed_in, attempt);
            self.submitted.push(attempt);
        }
    }

    /// Begins an attempt of a few seconds, answers one question, and never comes back to it.
    fn begin_and_leave(&mut self, server: &Server) -> Option<()> {
        let attempt = self.send(server, "/do/start-attempt", "quiz=basics%2Ftimed")?;
        if self.left.insert(attempt.clone()) {
            self.save(server, &attempt, 0)?;
        }
        Some(())
    }

    fn save(&mut self, server: &Server, attempt: &str, position: usize) -> Option<()> {
        self.seq += 1;
        let (seq, answer) = (self.seq, (1 + self.seq % 3).to_string());
        let fields = format!("attempt={attempt}&q{position}={answer}&seq{position}={seq}");
        let headers = format!("Accept: application/json\r\n{}{FORM}", self.session);
        let said = server.ask("POST", "/do/save-answers", &headers, &fields)?;
        // A server that dies while it answers has acknowledged nothing.
        if said.status == 200 && said.body == "\"saved\"" {
            self.saved.insert((attempt.to_owned(), position), (seq, answer));
            return Some(());
        }
        assert!(said.body.is_empty(), "{said:?}");
        None
    }
}

/// A quiz that may be taken without end, because no answer below is right.
fn content(folder: &Path) {
    let site = "---\nformat: site/1\nname: 测\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: UTC\n---\n";
    let course = "---\nformat: course/1\ntitle: 课\nlessons: [one]\n---\n\n课。\n";
    let lesson = "---\nformat: lesson/1\ntitle: 一\n---\n\n你好。\n";
    let mut quiz = "---\nformat: quiz/1\ntitle: 测验\npass: 100%\nshuffle: []\n---\n".to_owned();
    for number in 0..QUESTIONS {
        quiz += &format!(
            "\n## q-{number}\n\n第 {number} 题？\n\n- [x] 甲\n- [ ] 乙\n  > 错。\n- [ ] 丙\n  > 错。\n- [ ] 丁\n  > 错。\n"
        );
    }
    fs::create_dir_all(folder.join("courses/basics")).unwrap();
    fs::write(folder.join("site.md"), site).unwrap();
    let timed = quiz.replace("pass: 100%", "pass: 100%\ntime: 2s");
    for (name, text) in [
        ("course", course),
        ("one", lesson),
        ("quiz", &quiz),
        ("timed", &timed),
    ] {
        fs::write(folder.join(format!("courses/basics/{name}.md")), text).unwrap();
    }
}

/// What was acknowledged is there, and nothing is there twice.
async fn everything_is_there(data: &Path, takers: &[Taker]) {
    let options = SqliteConnectOptions::new().filename(data.join("shanggang.db"));
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    for taker in takers {
        for ((attempt, position), (seq, answer)) in &taker.saved {
            let sql = "SELECT answer, answer_seq FROM attempt_question WHERE attempt = $1 AND position = $2";
            let position = i64::try_from(*position).unwrap();
            let row = sqlx::query(sql)
                .bind(attempt)
                .bind(position)
                .fetch_one(&mut conn)
                .await
                .unwrap();
            let kept: (String, i64) = (row.get(0), row.get(1));
            assert!(kept.1 >= *seq, "answer {position} of {attempt} is lost");
            assert!(
                kept.1 > *seq || kept.0.trim() == answer,
                "answer {position} of {attempt} is another"
            );
        }
        for attempt in &taker.submitted {
            let sql = "SELECT count(*) FROM attempt a JOIN evidence e ON e.source = a.id
                       WHERE a.id = $1 AND a.state = 'graded' AND e.kind = 'quiz-finished'";
            let entries: i64 = sqlx::query_scalar(sql)
                .bind(attempt)
                .fetch_one(&mut conn)
                .await
                .unwrap();
            assert_eq!(entries, 1, "the result of {attempt}");
        }
    }
    let wrong = "SELECT count(*) FROM attempt a WHERE (a.state = 'graded') !=
                 ((SELECT count(*) FROM evidence e WHERE e.source = a.id AND e.kind = 'quiz-finished') = 1)";
    let wrong: i64 = sqlx::query_scalar(wrong).fetch_one(&mut conn).await.unwrap();
    assert_eq!(
        wrong, 0,
        "each result stands once, and no result without a handed-in attempt"
    );
    conn.close().await.unwrap();
}

/// Every attempt that was left ended at its deadline, once, though nobody came back to it.
async fn what_was_left_is_collected(data: &Path, takers: &[Taker]) {
    let options = SqliteConnectOptions::new().filename(data.join("shanggang.db"));
    let left: Vec<&String> = takers.iter().flat_map(|taker| &taker.left).collect();
    let mut ended = 0;
    // A minute is long for a job that runs every few seconds.
    for _ in 0..120 {
        let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
        ended = 0;
        for attempt in &left {
            let sql = "SELECT count(*) FROM attempt a JOIN evidence e ON e.source = a.id AND e.kind = 'quiz-finished'
                       WHERE a.id = $1 AND a.state = 'graded' AND a.submitted = a.deadline AND e.happened = a.deadline";
            let entries: i64 = sqlx::query_scalar(sql)
                .bind(attempt.as_str())
                .fetch_one(&mut conn)
                .await
                .unwrap();
            assert!(entries < 2, "{attempt} ended twice");
            ended += entries;
        }
        conn.close().await.unwrap();
        if usize::try_from(ended).unwrap() == left.len() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("only {ended} of {} were collected", left.len());
}

#[tokio::test]
async fn what_was_acknowledged_survives_kill_9() {
    let folder = Folder::new();
    content(&folder.path("content"));
    folder.run(&["publish", &text(&folder.path("content"))]).well();
    let mut takers = Vec::new();
    for number in 0..PEOPLE {
        let login = format!("taker-{number}");
        let add = [
            "user",
            "add",
            "--login",
            &login,
            "--name",
            "李",
            "--access",
            "learner",
            "--password-stdin",
        ];
        folder.run_with(&add, "a password of mine\n").well();
        takers.push(Taker {
            login,
            ..Taker::default()
        });
    }
    for round in 0..KILLS {
        let server = folder.serve(&[]);
        for taker in takers.iter_mut().filter(|taker| taker.session.is_empty()) {
            taker.sign_in(&server);
        }
        thread::scope(|scope| {
            let server = &server;
            let burst: Vec<_> = takers
                .iter_mut()
                .map(|taker| scope.spawn(move || taker.take(server)))
                .collect();
            thread::sleep(Duration::from_millis(300 + 37 * round));
            server.kill_9();
            for taking in burst {
                assert_eq!(taking.join().unwrap(), None);
            }
        });
        drop(server);
        everything_is_there(&folder.path("data"), &takers).await;
        folder.run(&["verify"]).well();
    }
    let server = folder.serve(&[]);
    what_was_left_is_collected(&folder.path("data"), &takers).await;
    everything_is_there(&folder.path("data"), &takers).await;
    drop(server);
    folder.run(&["verify"]).well();
    let left: usize = takers.iter().map(|taker| taker.left.len()).sum();
    assert!(left >= PEOPLE, "only {left} attempts were left");
    let saves: usize = takers.iter().map(|taker| taker.saved.len()).sum();
    let submitted: usize = takers.iter().map(|taker| taker.submitted.len()).sum();
    assert!(
        saves > 100 && submitted > 10,
        "only {saves} answers and {submitted} attempts: no burst"
    );
}
