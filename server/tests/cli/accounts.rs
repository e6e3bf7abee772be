//! `user` and `token`.

use crate::shell::Folder;

const ADD: [&str; 8] = [
    "user",
    "add",
    "--login",
    "li.si",
    "--name",
    "李四",
    "--access",
    "learner,trainer",
];

#[test]
fn an_account_is_made_listed_changed_and_disabled() {
    let folder = Folder::published();
    let ran = folder.run(&ADD).well();
    let link = ran.out.trim();
    let token = link.strip_prefix("/invitations/").unwrap();
    assert_eq!(token.len(), 64);
    assert_eq!(
        folder.run(&["user", "list"]).well().out,
        "li.si\tlearner,trainer\tno password yet\t李四\n"
    );
    folder.run(&ADD).refused("another account has this sign-in name");

    let set = [
        "user",
        "set",
        "--login",
        "LI.SI",
        "--access",
        "recruiter",
        "--name",
        "李思",
        "--password-stdin",
    ];
    folder
        .run_with(&set, "too short\n")
        .refused("at least 10 characters");
    folder.run_with(&set, "long enough, and mine\n").well();
    assert_eq!(
        folder.run(&["user", "list"]).well().out,
        "li.si\trecruiter\tin use\t李思\n"
    );
    folder.run(&["user", "disable", "--login", "li.si"]).well();
    assert!(folder.run(&["user", "list"]).well().out.contains("\tdisabled 20"));
    folder
        .run(&["user", "set", "--login", "li.si", "--link"])
        .refused("there is no such account");
    folder
        .run(&["user", "set", "--login", "li.si", "--enable"])
        .well();
    folder.run(&["user", "set", "--login", "li.si", "--link"]).well();
    folder
        .run(&["user", "disable", "--login", "wang"])
        .refused("nobody has the sign-in name wang");
    assert_eq!(
        folder.run(&["user", "set", "--login", "li.si"]).code,
        2,
        "nothing to set"
    );
}

#[test]
fn what_cannot_be_an_account_is_refused() {
    let folder = Folder::new();
    let add = |more: &[&str]| folder.run(&[&["user", "add", "--name", "x"], more].concat());
    add(&["--login", "a b", "--access", "admin"]).refused("a sign-in name has 1 to 64 letters");
    add(&["--login", "a", "--access", "boss"]).refused("`boss` is no access");
    add(&["--login", "a", "--access", ""]).refused("needs an access");
    let role = ["--login", "a", "--access", "learner", "--role", "phone-agent"];
    add(&role).refused("before content with it is published");
    let published = Folder::published();
    let wrong = [
        "user", "add", "--name", "x", "--login", "a", "--access", "learner", "--role", "pilot",
    ];
    published
        .run(&wrong)
        .refused("there is no role pilot; there are: chat-agent, phone-agent");
    assert_eq!(
        published.run(&["user", "list"]).well().out,
        "",
        "nothing was kept"
    );
}

#[test]
fn a_person_made_here_signs_in_there() {
    let folder = Folder::published();
    let server = folder.serve(&[]);
    let add = [
        "user",
        "add",
        "--login",
        "boss",
        "--name",
        "王",
        "--access",
        "admin",
        "--password-stdin",
    ];
    folder.run_with(&add, "a password of mine\n").well();
    let form = "login=boss&password=a+password+of+mine&token=&key=";
    let headers = "Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
    let answer = server.ask("POST", "/do/sign-in", headers, form).unwrap();
    assert!(answer.head.contains("set-cookie: session="), "{}", answer.head);
}

#[test]
fn a_token_opens_the_api_until_it_is_revoked() {
    let folder = Folder::published();
    let add = ["token", "add", "--name", "shift plan"];
    let token = folder.run(&add).well().out.trim().to_owned();
    folder
        .run(&add)
        .refused("a token that was not revoked has this name");
    let list = folder.run(&["token", "list"]).well().out;
    assert!(
        list.starts_with("shift plan\tmade 20") && list.ends_with("\tin use\n"),
        "{list}"
    );
    assert!(!list.contains(&token));
    let server = folder.serve(&[]);
    let live = || server.api("/api/v1/roles/phone-agent/live", &token).status;
    assert_eq!(live(), 200);
    folder.run(&["token", "revoke", "--name", "shift plan"]).well();
    let shut = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        live() == 401
    });
    assert!(shut, "a revoked token still opens after a second");
    folder
        .run(&["token", "revoke", "--name", "shift plan"])
        .refused("there is no such token");
    assert_eq!(folder.run(&["token", "add", "--name", ""]).code, 2);
}
