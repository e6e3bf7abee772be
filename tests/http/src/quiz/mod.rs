//! Taking quizzes, through HTTP as a browser without scripts and as the island does.

mod behaviours;
mod canary;
mod fields;
mod going_live;
mod kinds;
mod powers;
mod raters;
mod regrading;
mod rules;
mod saving;
mod sequence;
mod taking;

use std::{fs, path::Path};

use store::{
    actors::{Learner, Operator},
    attempts::Attempt,
    releases, sessions,
};
use tempfile::TempDir;
use test_support::{Answer, Client, TestApp};

const SITE: &str =
    "---\nformat: site/1\nname: 测试中心\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: UTC\n---\n";

const COURSE: &str = "---\nformat: course/1\ntitle: 前台\nlessons: [hello]\n---\n";

const LESSON: &str = "---\nformat: lesson/1\ntitle: 问候\nminutes: 3\ncomplete: read\n---\n\n先问好。\n";

/// Two questions, one of them right with the first option.
pub(crate) const SHORT: &str = "\n## one\n`tags: hello`\n\n几声内接起？\n\n- [x] 三声\n- [ ] 六声\n  > 太久了。\n\n> 三声内接起。\n\n\
     ## two\n`tags: words`\n\n先说什么？\n\n= 您好\n";

/// A content folder with one quiz, `desk/quiz`.
fn content(rules: &str, questions: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), rules, questions);
    folder
}

fn write(folder: &Path, rules: &str, questions: &str) {
    let quiz = format!("---\nformat: quiz/1\ntitle: 前台测验\n{rules}\n---\n{questions}");
    let course = folder.join("courses/desk");
    fs::create_dir_all(&course).unwrap();
    for (path, text) in [
        (folder.join("site.md"), SITE),
        (course.join("course.md"), COURSE),
        (course.join("hello.md"), LESSON),
        (course.join("quiz.md"), &quiz),
    ] {
        fs::write(path, text).unwrap();
    }
}

const QUIZ: &str = "/quizzes/desk/quiz";

/// Somebody who takes the quiz.
pub(crate) struct Taker {
    pub(crate) app: TestApp,
    pub(crate) client: Client,
}

impl Taker {
    /// The demo's trainee, in a centre with this quiz.
    pub(crate) async fn new(rules: &str, questions: &str) -> Self {
        let folder = content(rules, questions);
        let app = TestApp::with_content(folder.path()).await;
        let client = app.sign_in("trainee").await;
        Self { app, client }
    }

    /// Publishes the quiz with other rules and questions.
    pub(crate) async fn publish(&self, rules: &str, questions: &str) {
        let folder = content(rules, questions);
        let files = shanggang::content_folder::read(folder.path()).unwrap();
        let (site, now) = (self.app.site(), self.app.now());
        let publishing = site.store.write(move |tx| {
            Box::pin(async move { releases::publish(tx, &Operator::new(), files, "", now).await })
        });
        publishing.await.unwrap();
        assert!(site.libraries.refresh(&site.store).await.unwrap());
    }

    async fn learner(&self) -> Learner {
        let token = self.client.cookie("session").unwrap();
        let session = sessions::authenticate(&self.app.site().store, &token, self.app.now()).await;
        session.unwrap().unwrap().learner().unwrap()
    }

    /// Presses "start"; the path of the attempt.
    pub(crate) async fn start(&self) -> String {
        let answer = self.press_start().await;
        let path = answer.header("location").to_owned();
        assert!(path.starts_with("/attempts/"), "{path}");
        path
    }

    async fn press_start(&self) -> Answer {
        self.client
            .submit("/do/start-attempt", QUIZ, &[("quiz", "desk/quiz")])
            .await
    }

    async fn attempt(&self, path: &str) -> Attempt {
        let id = path.trim_start_matches("/attempts/");
        let store = &self.app.site().store;
        store::attempts::of_learner(store, &self.learner().await, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// How many results of quizzes the evidence holds.
    pub(crate) async fn results(&self) -> usize {
        let learner = self.learner().await;
        let entries = store::evidence::of_person(&self.app.site().store, &learner.person)
            .await
            .unwrap();
        let finished = |entry: &&domain::evidence::Entry| {
            matches!(entry.fact, domain::evidence::Fact::QuizFinished { .. })
        };
        entries.iter().filter(finished).count()
    }

    pub(crate) async fn page(&self, path: &str) -> String {
        self.client.get(path).await.text().to_owned()
    }

    /// Presses a button of an attempt's form with these fields changed, as the page stood that is given.
    pub(crate) async fn press(
        &self,
        then: &str,
        path: &str,
        page: &str,
        fields: &[(String, String)],
    ) -> Answer {
        let mut all = fields::hidden(page);
        all.push(("then".to_owned(), then.to_owned()));
        all.extend_from_slice(fields);
        let all: Vec<_> = all
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.client.post("/do/hand-in", path, &all).await
    }

    /// Saves as the island does; the word the server answers.
    async fn save(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let id = path.trim_start_matches("/attempts/");
        let mut all = vec![("attempt", id)];
        all.extend_from_slice(fields);
        let answer = self.client.call("/do/save-answers", path, &all).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.text().trim_matches('"').to_owned()
    }

    /// Takes the quiz once, with all answers right or all open.
    async fn take(&self, right: bool) -> String {
        let path = self.start().await;
        let page = self.page(&path).await;
        let fields = if right {
            self.right(&path).await
        } else {
            Vec::new()
        };
        let answer = self.press("submit", &path, &page, &fields).await;
        assert_eq!(answer.header("location"), path);
        path
    }

    /// The fields that answer everything right, in places as shown; read from the library, never from a page.
    pub(crate) async fn right(&self, path: &str) -> Vec<(String, String)> {
        let attempt = self.attempt(path).await;
        let site = self.app.site();
        let library = site.libraries.at(&site.store, attempt.release).await.unwrap();
        fields::right(&library.quizzes[&attempt.quiz], &attempt)
    }
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
