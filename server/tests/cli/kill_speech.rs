//! A server that dies while people speak: no recording without its file, and none lost that was acknowledged.

use std::{collections::BTreeSet, fs, path::Path, thread, time::Duration};

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::shell::{Folder, Server, text};

const KILLS: u64 = 6;
const FORM: &str =
    "Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";

const SITE: &str =
    "---\nformat: site/1\nname: 测\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: UTC\n---\n";

/// A call that is one answer.
const CALL: &str = "---
format: scenario/1
title: 一通电话
channel: phone
start: open
pass: 60
criteria:
  warm: { title: 热情, weight: 50, max: 1 }
---

客户打来电话。

## open

> **王女士**：喂？

```reply
to: #done
rate: warm 0..1
max: 200
```

## done

**End:** pass

## Tests

- open \"您好\" warm 1 → 100 pass
";

/// Somebody who calls again and again, and remembers what the server said it has kept.
struct Speaker {
    login: String,
    session: String,
    token: String,
    count: u32,
    kept: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Speaker {
    fn sign_in(login: String, server: &Server) -> Self {
        let body = format!("login={login}&password=a+password+of+mine&token=&key=");
        let answer = server.ask("POST", "/do/sign-in", FORM, &body).unwrap();
        let (_, cookie) = answer.head.split_once("set-cookie: ").unwrap();
        let session = format!("Cookie: {}\r\n", cookie.split(';').next().unwrap());
        let page = server.ask("GET", "/password", &session, "").unwrap();
        let (_, token) = page.body.split_once("name=\"token\" value=\"").unwrap();
        Self {
            login,
            session,
            token: token.split('"').next().unwrap().to_owned(),
            count: 0,
            kept: BTreeSet::new(),
            used: BTreeSet::new(),
        }
    }

    /// Sends a form; where it leads to, none when the server is gone.
    fn send(&mut self, server: &Server, action: &str, fields: &str) -> Option<String> {
        self.count += 1;
        let headers = format!("{}{FORM}", self.session);
        let body = format!("token={}&key={}-{}&{fields}", self.token, self.login, self.count);
        let answer = server.ask("POST", action, &headers, &body)?;
        assert_eq!(answer.status, 303, "{answer:?}");
        let (_, path) = answer.head.split_once("location: ")?;
        Some(path.lines().next()?.to_owned())
    }

    /// Calls until the server is gone.
    fn speak(&mut self, server: &Server) -> Option<()> {
        loop {
            let path = self.send(server, "/do/start-play", "scenario=call")?;
            let play = path.strip_prefix("/plays/")?.to_owned();
            let headers = format!(
                "{}X-Form-Token: {}\r\nContent-Type: audio/ogg\r\nSec-Fetch-Site: same-origin\r\n",
                self.session, self.token
            );
            self.count += 1;
            let sound = format!("OggS {} {}{}", self.login, self.count, "~".repeat(60_000));
            let answer = server.ask(
                "POST",
                &format!("/recordings/{play}/1?millis=900"),
                &headers,
                &sound,
            )?;
            // A server that dies while it answers has acknowledged nothing; one that came back has some of before.
            match answer.status {
                201 if answer.body.len() == 36 => {}
                409 => return Some(()),
                _ => return None,
            }
            let id = answer.body;
            self.kept.insert(id.clone());
            self.send(
                server,
                "/do/answer-play",
                &format!("play={play}&seq=1&recording={id}"),
            )?;
            self.used.insert(id);
        }
    }
}

fn content(folder: &Path) {
    fs::create_dir_all(folder.join("scenarios")).unwrap();
    fs::write(folder.join("site.md"), SITE).unwrap();
    fs::write(folder.join("scenarios/call.md"), CALL).unwrap();
}

async fn everything_is_there(data: &Path, speakers: &[Speaker]) {
    let options = SqliteConnectOptions::new().filename(data.join("shanggang.db"));
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    let ids = |sql| sqlx::query_scalar::<_, String>(sql);
    let rows = ids("SELECT id FROM recording WHERE deleted IS NULL").fetch_all(&mut conn);
    let rows: BTreeSet<String> = rows.await.unwrap().into_iter().collect();
    let used = ids("SELECT recording FROM play_event WHERE recording IS NOT NULL").fetch_all(&mut conn);
    let used: BTreeSet<String> = used.await.unwrap().into_iter().collect();
    conn.close().await.unwrap();
    for id in &rows {
        assert!(
            data.join("recordings").join(id).is_file(),
            "a row without its file: {id}"
        );
    }
    for speaker in speakers {
        assert!(speaker.used.is_subset(&used), "an acknowledged answer is lost");
        assert!(
            speaker.used.is_subset(&rows),
            "the recording of an answer is lost"
        );
    }
}

#[tokio::test]
async fn what_was_said_survives_kill_9() {
    let folder = Folder::new();
    content(&folder.path("content"));
    folder.run(&["publish", &text(&folder.path("content"))]).well();
    for login in ["anna", "bert"] {
        let add = [
            "user",
            "add",
            "--login",
            login,
            "--name",
            "李",
            "--access",
            "learner",
            "--password-stdin",
        ];
        folder.run_with(&add, "a password of mine\n").well();
    }
    let mut speakers: Vec<Speaker> = Vec::new();
    for round in 0..KILLS {
        let server = folder.serve(&[]);
        if speakers.is_empty() {
            speakers = ["anna", "bert"]
                .map(|login| Speaker::sign_in(login.to_owned(), &server))
                .into();
        }
        thread::scope(|scope| {
            let server = &server;
            for speaker in &mut speakers {
                scope.spawn(move || speaker.speak(server));
            }
            thread::sleep(Duration::from_millis(400 + 61 * round));
            server.kill_9();
        });
        drop(server);
        everything_is_there(&folder.path("data"), &speakers).await;
        folder.run(&["verify"]).well();
    }
    let kept: usize = speakers.iter().map(|speaker| speaker.kept.len()).sum();
    assert!(kept > 10, "only {kept} recordings: no burst");
}
