//! The queue: in what order, what a card says, and what happens when one cannot be read.

use domain::{
    content::{Library, source::File},
    hash::Hash,
};
use test_support::{Client, TestApp};

use crate::{
    play_content::{SCENARIO, SITE, answer, begin, folder, person, publish},
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
    let card = page
        .text()
        .split("<article")
        .find(|card| card.contains(&id(&disputed)))
        .unwrap();
    assert!(card.contains("提出异议") && !card.contains("提交于"), "{card}");
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

/// The foot of the first card: what was found, in words.
async fn first_card(trainer: &Client) -> String {
    let page = trainer.get("/ratings").await;
    page.text().split("<article").nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn phrases_propose_full_points_or_nothing() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = written(&trainee, ["九点。", "回头再说。"]).await;
    let card = first_card(&trainer).await;
    assert_eq!(card.matches("建议<").count(), 1, "{card}");
    let (before, _) = card.split_once("建议<").unwrap();
    let (_, last) = before.rsplit_once("type=\"radio\"").unwrap();
    assert!(last.contains("value=\"1\""), "full points: {last}");
    assert!(card.contains("找到了要求的说法（已标出），系统建议给满分。没有找到服务忌语。由你决定。"));
    rate(&trainer, &play, "0", "1", "no", "").await;
    let card = first_card(&trainer).await;
    assert!(
        card.contains("没有找到要求的说法。没有找到服务忌语。由你决定。"),
        "{card}"
    );
    assert!(!card.contains("建议<"), "{card}");
    rate(&trainer, &play, "1", "1", "no", "").await;

    let none = SCENARIO.replace("must: canary-must|十点\n", "");
    let neither = none.replace("must: canary-must|九点\nban: canary-ban|滚\n", "");
    publish(&app, neither).await;
    let play = written(&trainee, ["滚，九点。", "十点。"]).await;
    let card = first_card(&trainer).await;
    assert!(card.contains("这一步没有设要找的说法，由你决定。"), "{card}");
    assert!(
        !card.contains("建议<") && !card.contains("name=\"banned\""),
        "{card}"
    );
    let fields = [
        ("play", &id(&play)[..]),
        ("reply", "0"),
        ("points-canary-criterion", "1"),
        ("quote-0", "yes"),
    ];
    trainer.submit("/do/rate-reply", "/ratings", &fields).await;
    let card = first_card(&trainer).await;
    assert!(!card.contains("要求的说法") && !card.contains("建议<"), "{card}");
    assert!(card.contains("没有找到服务忌语。由你决定。"), "{card}");
}

#[tokio::test]
async fn a_letter_is_read_as_it_was_written() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    publish(&app, SCENARIO.replace("channel: chat", "channel: email")).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = begin(&trainee, "letter").await;
    crate::play_content::choose(&trainee, &play, "马上").await;
    crate::play_content::choose(&trainee, &play, "写一封信").await;
    for _ in 0..2 {
        let fields = [
            ("subject", "回复：信"),
            ("reply", "王女士：\r\n\r\n九点到。\r\n此致"),
        ];
        answer(&trainee, &play, &fields).await;
    }
    // Without what the renderer marks places with.
    let card = first_card(&trainer).await.replace("<!>", "");
    for part in [
        "<dd class=\"letter-subject\">回复：信</dd>",
        "<p>王女士：</p>",
        "<p><mark data-kind=\"must\">九点</mark>到。</p>",
        "<p>此致</p>",
    ] {
        assert!(card.contains(part), "{part}: {card}");
    }
}
