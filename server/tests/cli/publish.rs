//! `publish`: what changed, what is refused, and a running server that follows.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::shell::{Folder, shipped, text};

#[test]
fn publishing_tells_what_changed_and_the_same_again_is_no_release() {
    let folder = Folder::new();
    let content = folder.content();
    let path = text(&content);
    let ran = folder.run(&["publish", &path, "--note", "first"]).well();
    assert!(ran.out.starts_with("published release 1 "), "{}", ran.out);
    assert!(ran.out.contains("  added    site.md\n"), "{}", ran.out);
    let again = folder.run(&["publish", &path]).well();
    assert!(again.out.starts_with("unchanged: release 1 "), "{}", again.out);

    fs::write(content.join("README.md"), "# Content\n").unwrap();
    fs::remove_file(content.join("glossary.en.md")).unwrap();
    let ran = folder.run(&["publish", &path]).well();
    assert!(ran.out.starts_with("published release 2 "), "{}", ran.out);
    assert!(
        ran.out
            .contains("  changed  README.md\n  removed  glossary.en.md\n"),
        "{}",
        ran.out
    );
}

#[test]
fn content_with_errors_is_refused_and_the_release_stays() {
    let folder = Folder::published();
    let content = folder.content();
    fs::write(
        content.join("courses/service-basics/quiz.md"),
        "---\nformat: quiz/1\n",
    )
    .unwrap();
    let ran = folder.run(&["publish", &text(&content)]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("error["), "{}", ran.out);
    let again = folder.run(&["publish", &shipped()]).well();
    assert!(again.out.starts_with("unchanged: release 1 "), "{}", again.out);
    folder
        .run(&["publish", &text(&folder.path("nowhere"))])
        .refused("there is no content folder");
}

#[test]
fn a_running_server_follows_within_a_second_and_fails_no_request() {
    let folder = Folder::published();
    folder
        .run(&[
            "user",
            "add",
            "--login",
            "li",
            "--name",
            "李",
            "--access",
            "learner",
            "--role",
            "phone-agent",
        ])
        .well();
    let token = folder
        .run(&["token", "add", "--name", "plan"])
        .well()
        .out
        .trim()
        .to_owned();
    let server = folder.serve(&[]);
    let gate = "/api/v1/roles/phone-agent/people/li/gate";
    let release = || {
        server.api(gate, &token).json()["release"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let before = release();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let mut asked = 0;
            while !over.load(Ordering::Relaxed) {
                assert_eq!(server.api(gate, &token).status, 200);
                assert_eq!(server.get("/sign-in").status, 200);
                asked += 1;
            }
            asked
        });
        let content = folder.content();
        fs::write(content.join("README.md"), "# Content\n").unwrap();
        folder.run(&["publish", &text(&content)]).well();
        // Half a second between two looks, and time to build the library in a build for tests.
        let noticed = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(10));
            release() != before
        });
        over.store(true, Ordering::Relaxed);
        assert!(noticed, "not within a second");
        assert!(asking.join().unwrap() > 0);
    });
}
