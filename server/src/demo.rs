//! The accounts of a demo: one per kind of user, all with the same password.

use app::site::Site;
use domain::access::{Access, AccessSet};
use store::{
    StoreError,
    accounts::{self, NewAccount},
    actors::Operator,
    assignments,
    people::{self, NewPerson},
    teams,
};

/// The password of every demo account.
pub const PASSWORD: &str = "shanggang-demo";

/// The role the demo's trainee prepares for.
const ROLE: &str = "phone-agent";

/// Sign-in name, name and accesses. The supervisor also rates candidates, as the second rater.
const ACCOUNTS: [(&str, &str, &[Access]); 5] = [
    ("admin", "演示管理员", &[Access::Admin]),
    ("supervisor", "演示主管", &[Access::Supervisor, Access::Recruiter]),
    ("trainer", "演示培训师", &[Access::Trainer]),
    ("recruiter", "演示招聘专员", &[Access::Recruiter]),
    ("trainee", "演示学员", &[Access::Learner]),
];

/// Makes the accounts that are not there yet, and a team for the trainee.
///
/// # Errors
/// When the database fails.
pub async fn seed(site: &Site) -> Result<(), StoreError> {
    if accounts::by_login(&site.store, ACCOUNTS[0].0).await?.is_some() {
        return Ok(());
    }
    // One hash for all: they share the password anyway, and a start must be quick.
    let hash = site.passwords.hash(PASSWORD.to_owned()).await;
    let now = site.now();
    let has_role = site.libraries.current().roles.contains_key(ROLE);
    let seeding = site.store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let mut team = None;
            for (login, name, accesses) in ACCOUNTS {
                let mut person = NewPerson::named(name);
                person.team = team.clone().filter(|_| login == "trainee");
                let person = people::add(tx, &by, person, now).await?;
                let account = NewAccount {
                    person: person.clone(),
                    login: login.to_owned(),
                    access: AccessSet::from_iter(accesses.iter().copied()),
                    password: hash.clone(),
                    language: None,
                };
                let account = accounts::add(tx, &by, account, now).await?;
                if login == "supervisor" {
                    team = Some(teams::add(tx, &by, "演示班组", Some(&account), now).await?);
                }
                if login == "trainee" && has_role {
                    assignments::assign(tx, &by, &person, ROLE, now).await?;
                }
            }
            Ok(())
        })
    });
    seeding.await
}
