//! The queue: in what order, what a card says, and what happens when one cannot be read.

use domain::{
    content::{Library, source::File},
    hash::Hash,
};
use test_support::{Client, TestApp};

use crate::{
    play_content::{SCENARIO, SITE, folder, person},
    play_sitting::played,
    ratings::{id, rate, written},
};

/// Where the cards of these plays stand in the queue, from 0.
async fn order(trainer: &Client, plays: &[&str]) -> Vec<usize> {
    let page = trainer.get("/ratings").await;
    let place = |play: &&str| {
        let value = format!("name=\"play\" value=\"{}\"", id(play));
        page.text()
            .find(&value)
            .unwrap_or_else(|| panic!("{play} is not there"))
    };
    let places: Vec<_> = plays.iter().map(place).collect();
    let mut sorted = places.clone();
    sorted.sort_unstable();
    places
        .iter()
        .map(|place| sorted.iter().position(|known| known == place).unwrap())
        .collect()
}

#[tokio::test]
async fn all_cards_stand_by_the_time_they_wait() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, one) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let disputed = written(&trainee, ["九点。", "十点。"]).await;
    for reply in ["0", "1"] {
        rate(&one, &disputed, reply, "1", "no", "").await;
    }
    let two = person(&app, "two", "trainer").await;
    app.wait(60);
    let first = written(&trainee, ["九点。", "十点。"]).await;
    app.wait(60);
    let lost = played(&app, &trainee, 95).await;
    app.wait(60);
    let play = id(&disputed);
    let fields = [("play", play.as_str()), ("reason", "请再看看")];
    trainee.submit("/do/dispute-play", &disputed, &fields).await;
    app.wait(60);
    let last = written(&trainee, ["九点。", "十点。"]).await;
    // The dispute waits since it was made, not since the play.
    let plays = [&last[..], &disputed, &lost, &first];
    assert_eq!(order(&two, &plays).await, [3, 2, 1, 0]);
    let page = two.get("/ratings").await;
    assert!(page.text().contains("7 条待评分"), "{}", page.text());
}

#[tokio::test]
async fn what_waits_longest_is_shown_however_much_there_is() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let mut plays = Vec::new();
    for at in 0..8 {
        plays.push(match at % 4 {
            0 => played(&app, &trainee, 95).await,
            _ => written(&trainee, ["九点。", "十点。"]).await,
        });
        app.wait(1);
    }
    // Two of the plays are lost connections, six have two replies each: fourteen cards, of which ten are shown.
    let page = trainer.get("/ratings").await;
    assert!(page.text().contains("14 条待评分"), "{}", page.text());
    let forms = page.text().matches("action=\"/do/rate-reply\"").count();
    let sittings = page.text().matches("action=\"/do/decide-play\"").count();
    assert_eq!((forms, sittings), (8, 2));
    let shown: Vec<_> = plays[..6].iter().map(String::as_str).collect();
    assert_eq!(order(&trainer, &shown).await, [0, 1, 2, 3, 4, 5]);
    for late in &plays[6..] {
        assert!(!page.text().contains(&id(late)), "{late} waits its turn");
    }
}

/// The content as another version of the program might have published it: nothing finds its release.
fn library(name: &str) -> Library {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [file("site.md", SITE), file("scenarios/letter.md", SCENARIO)];
    let mut library = Library::build(&files).unwrap();
    library.release = Hash::of(name.as_bytes());
    library
}

#[tokio::test]
async fn a_card_that_cannot_be_read_keeps_nobody_from_the_others() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let libraries = &app.site().libraries;
    libraries.set_current(library("of another version"));
    let odd = written(&trainee, ["九点。", "十点。"]).await;
    rate(&trainer, &odd, "1", "1", "no", "").await;
    played(&app, &trainee, 95).await;
    // Until it is held in memory no more.
    for at in 0..12 {
        libraries.set_current(library(&at.to_string()));
    }
    let good = written(&trainee, ["九点。", "十点。"]).await;
    let page = trainer.get("/ratings").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.text().matches("现在读不出来").count(), 2, "{}", page.text());
    let release = Hash::of(b"of another version").short();
    assert!(page.text().contains(&release) && page.text().contains("4 条待评分"));
    assert!(page.text().contains(&id(&good)));
    let mine = trainer.get("/ratings/mine").await;
    assert_eq!(mine.status, 200);
    let links = test_support::html::links(mine.text());
    let own = links
        .iter()
        .find(|link| link.starts_with("/ratings/mine/"))
        .unwrap();
    let page = trainer.get(own).await;
    assert!(
        page.status == 200 && page.text().contains(&release),
        "{}",
        page.text()
    );
    rate(&trainer, &good, "0", "1", "no", "").await;
    assert!(trainer.get("/ratings").await.text().contains("3 条待评分"));
}
