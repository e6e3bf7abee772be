//! The generated data folder, written through `store` as the product does.

use std::path::{Path, PathBuf};

use app::sign_in::Passwords;
use domain::{access::Access, content::File, time::Moment};
use shanggang::clock;
use store::{
    Mode, Store,
    accounts::{self, NewAccount},
    actors::Operator,
    assignments,
    people::{self, NewPerson},
    releases, tokens,
};

use crate::{Outcome, content};

/// How many people there are.
pub(crate) const PEOPLE: usize = 200;

/// The password of all of them.
pub(crate) const PASSWORD: &str = "a password to measure";

/// What the client needs to know.
pub(crate) struct Made {
    /// Opens the API.
    pub(crate) token: String,
}

/// The sign-in name of a person, counted from 0.
pub(crate) fn login(number: usize) -> String {
    format!("person-{number:03}")
}

/// A name nobody else has, and of which none is a part of another.
pub(crate) fn name(number: usize) -> String {
    format!("学员{number:03}号")
}

/// The data folder inside the measurement's folder.
pub(crate) fn folder(of: &Path) -> PathBuf {
    of.join("data")
}

/// Publishes the content and makes everybody.
pub(crate) fn make(of: &Path) -> Outcome<Made> {
    written(of, content::files(), PEOPLE)
}

/// Publishes many lessons and makes one person to search them.
pub(crate) fn make_many(of: &Path) -> Outcome<Made> {
    written(of, content::many_files(), 1)
}

/// Publishes the content and makes people who take the quiz together, and behind them a trainer.
pub(crate) fn make_class(of: &Path, people: usize) -> Outcome {
    written(of, content::files(), people + 1)?;
    on(of, async |store, _| {
        let trainer = accounts::by_login(store, &login(people)).await?;
        let trainer = trainer.ok_or("no trainer")?.id.clone();
        let set = store.write(move |tx| {
            Box::pin(async move {
                let access = [Access::Trainer].into_iter().collect();
                accounts::set_access(tx, &Operator::new(), &trainer, &access).await
            })
        });
        Ok(set.await?)
    })
}

fn written(of: &Path, files: Vec<File>, people: usize) -> Outcome<Made> {
    publish(of, files)?;
    on(of, async |store, now| {
        let hash = Passwords::default().hash(PASSWORD.to_owned()).await;
        for number in 0..people {
            person(store, number, hash.clone(), now).await?;
        }
        let token = store
            .write(move |tx| Box::pin(async move { tokens::add(tx, &Operator::new(), "bench", now).await }));
        let token = token.await?.reveal().to_owned();
        Ok(Made { token })
    })
}

/// Publishes content as the command line does, also beside a server.
pub(crate) fn publish(of: &Path, files: Vec<File>) -> Outcome {
    on(of, async |store, now| {
        let publish = store.write(move |tx| {
            Box::pin(async move { releases::publish(tx, &Operator::new(), files, "", now).await })
        });
        publish.await?;
        Ok(())
    })
}

/// Opens the data folder, does the work at this moment, and closes it.
pub(crate) fn on<T>(of: &Path, work: impl AsyncFnOnce(&Store, Moment) -> Outcome<T>) -> Outcome<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let now = clock::now();
        let store = Store::open(&folder(of), Mode::Command, now).await?;
        let done = work(&store, now).await;
        store.close().await;
        done
    })
}

async fn person(store: &Store, number: usize, password: Option<String>, now: Moment) -> Outcome {
    let add = store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let person = people::add(tx, &by, NewPerson::named(name(number)), now).await?;
            assignments::assign(tx, &by, &person, "agent", now).await?;
            let account = NewAccount {
                person,
                login: login(number),
                access: [Access::Learner].into_iter().collect(),
                password,
                language: None,
            };
            accounts::add(tx, &by, account, now).await
        })
    });
    add.await?;
    Ok(())
}
