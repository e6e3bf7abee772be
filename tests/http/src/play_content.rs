//! A small scenario whose every secret bears a mark, and what plays it.

use std::path::Path;

use domain::{content::source::File, scenario::Act};
use store::{
    accounts::{self, NewAccount},
    actors::Operator,
    people::{self, NewPerson},
    releases,
};
use tempfile::TempDir;
use test_support::{Answer, Client, TestApp};

/// What every key, target, feedback and criterion of the scenario has in its name, and nothing else has.
pub(crate) const MARK: &str = "canary";

pub(crate) const SITE: &str = "---\nformat: site/1\nname: 测试中心\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: Asia/Shanghai\n---\n";

pub(crate) const SCENARIO: &str = r#"---
format: scenario/1
title: 一封急信
channel: chat
start: open
pass: 60
criteria:
  canary-criterion: { title: 共情, weight: 50, max: 3 }
vars:
  canary-var: { min: 0, max: 3, start: 0 }
---

客户在等一封急信。

## open

`within 30s else #canary-left`

> **王女士**：在吗？

- [在，<b>马上</b>查。](#canary-choose) `canary-criterion +1`
  > canary-feedback-a
- [等会儿。](#canary-choose) `canary-var +1`
  > canary-feedback-b
- [不归我管。](#canary-left) `critical customer`
  > canary-feedback-c

## canary-choose

`within 30s`

> **王女士**：好。

- [给您写一封信。](#canary-first)
  > canary-feedback-d
- [canary-hidden](#canary-left) `if canary-var >= 1`
  > canary-feedback-e

## canary-first

> **王女士**：写给我。

```reply
to: #canary-second
must: canary-must|九点
ban: canary-ban|滚
rate: canary-criterion 0..1
max: 20
```

## canary-second

> **王女士**：再写一封。

```reply
to: #canary-done
must: canary-must|十点
ban: canary-ban|滚
rate: canary-criterion 0..1
max: 400
```

## canary-done

信送到了。

**End:** pass

## canary-left

客户走了。

**End:** fail

## Tests

- open 1, canary-choose 1, canary-first "九点" canary-criterion 1, canary-second "十点" canary-criterion 1 → 100 pass
- open 3 → fail
"#;

/// The folder with the one scenario.
pub(crate) fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "site.md", SITE);
    write(folder.path(), "scenarios/letter.md", SCENARIO);
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Publishes the scenario with another wording.
pub(crate) async fn publish(app: &TestApp, scenario: String) {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = vec![file("site.md", SITE), file("scenarios/letter.md", &scenario)];
    let now = app.now();
    let publishing = app.site().store.write(move |tx| {
        Box::pin(async move { releases::publish(tx, &Operator::new(), files, "", now).await })
    });
    publishing.await.unwrap();
    assert!(app.site().libraries.refresh(&app.site().store).await.unwrap());
}

/// Begins a play and returns its page's path.
pub(crate) async fn begin(who: &Client, scenario: &str) -> String {
    let from = format!("/scenarios/{scenario}");
    let answer = who
        .submit("/do/start-play", &from, &[("scenario", scenario)])
        .await;
    assert_eq!(answer.status, 303);
    answer.header("location").to_owned()
}

/// The value of a hidden field.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// The number of the choice with this text, as the page shows it.
pub(crate) fn number(page: &str, text: &str) -> Option<String> {
    let button = page
        .split("<button ")
        .find(|button| button.contains("class=\"choice\"") && button.contains(text))?;
    let (_, rest) = button.split_once("value=\"")?;
    Some(rest.split('"').next()?.to_owned())
}

/// Sends an answer from the play's page, with its hidden fields.
pub(crate) async fn answer(who: &Client, play: &str, fields: &[(&str, &str)]) -> Answer {
    let page = who.get(play).await;
    let (id, seq) = (hidden(page.text(), "play"), hidden(page.text(), "seq"));
    let mut all = vec![("play", id.as_str()), ("seq", seq.as_str())];
    all.extend_from_slice(fields);
    who.submit("/do/answer-play", play, &all).await
}

/// Takes the choice with this text.
pub(crate) async fn choose(who: &Client, play: &str, text: &str) -> Answer {
    let page = who.get(play).await;
    let number = number(page.text(), text).unwrap_or_else(|| panic!("{text} is not shown: {}", page.text()));
    answer(who, play, &[("choice", &number)]).await
}

/// Plays the test number `test` of a shipped scenario's own tests and returns the play's path.
pub(crate) async fn play_test(app: &TestApp, who: &Client, scenario: &str, test: usize) -> String {
    let play = begin(who, scenario).await;
    let library = app.site().libraries.current();
    let script = &library.scenarios[scenario];
    for step in &script.tests[test].steps {
        let node = &script.nodes[step.node];
        let sent = match (&step.act, &node.exit) {
            (Act::Choose(choice), domain::scenario::Exit::Choices(choices)) => {
                choose(who, &play, choices[*choice].text.default()).await
            }
            (Act::Type(text, _), _) => answer(who, &play, &[("reply", text)]).await,
            (Act::TimeOut, _) => {
                app.wait(600);
                answer(who, &play, &[("way", "time-out")]).await
            }
            _ => answer(who, &play, &[("way", "on")]).await,
        };
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
    play
}

/// Makes another person with an account, signed in.
pub(crate) async fn person(app: &TestApp, login: &'static str, access: &'static str) -> Client {
    let password = app.site().passwords.hash("shanggang-demo".to_owned()).await;
    let now = app.now();
    let adding = app.site().store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let person = people::add(tx, &by, NewPerson::named(login), now).await?;
            let account = NewAccount {
                person,
                login: login.to_owned(),
                access: access.parse().unwrap(),
                password,
                language: None,
            };
            accounts::add(tx, &by, account, now).await
        })
    });
    adding.await.unwrap();
    app.sign_in(login).await
}

/// Disables somebody's account: the person has left, or is away.
pub(crate) async fn disable(app: &TestApp, login: &str) {
    let store = &app.site().store;
    let account = accounts::by_login(store, login).await.unwrap().unwrap();
    let now = app.now();
    let disabling = store.write(move |tx| {
        Box::pin(async move { accounts::disable(tx, &Operator::new(), &account.id, now).await })
    });
    disabling.await.unwrap();
}
