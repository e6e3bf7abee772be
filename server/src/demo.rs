//! The accounts of a demo: one per kind of user, all with the same password.

use app::site::Site;
use domain::access::{Access, AccessSet};
use store::{
    StoreError,
    accounts::{self, NewAccount},
    actors::Operator,
    assignments,
    candidates::{self, Stage, Who},
    interviews::{self, NewInterview},
    people::{self, NewPerson},
    sessions, teams,
};

/// The password of every demo account.
pub const PASSWORD: &str = "shanggang-demo";

/// The role the demo's trainee prepares for.
const ROLE: &str = "phone-agent";

/// The kit of the demo's interview, and who rates.
const KIT: &str = "service-agent";
const RATERS: [&str; 2] = ["recruiter", "supervisor"];

/// When the demo's interview takes place: seconds after the day began.
const INTERVIEW_AT: i64 = 10 * 3600;

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
    seeding.await?;
    seed_interview(site).await
}

/// A candidate with an interview today, so that a recruiter's demo shows something.
async fn seed_interview(site: &Site) -> Result<(), StoreError> {
    let library = site.libraries.current();
    let Some(kit) = library.interviews.get(KIT) else {
        return Ok(());
    };
    let mut raters = Vec::new();
    for login in RATERS {
        raters.extend(
            accounts::by_login(&site.store, login)
                .await?
                .map(|account| account.id.clone()),
        );
    }
    let Some(recruiter) = raters.first().cloned() else {
        return Ok(());
    };
    let now = site.now();
    // Candidates are entered by recruiters only, so one signs in for a moment.
    let token = site
        .store
        .write(move |tx| Box::pin(async move { sessions::start(tx, &recruiter, now).await }))
        .await?;
    let session = sessions::authenticate(&site.store, token.reveal(), now).await?;
    let Some((session, recruiter)) =
        session.and_then(|session| Some((session.clone(), session.recruiter()?)))
    else {
        return Ok(());
    };
    let (version, release) = (kit.head.version, library.release);
    let at = site.calendar.start_of_day(now).plus_seconds(INTERVIEW_AT);
    let seeding = site.store.write(move |tx| {
        Box::pin(async move {
            let who = Who::New(NewPerson::named("演示候选人"));
            let roles = [ROLE.to_owned()];
            let candidate = candidates::add(tx, &recruiter, who, &roles, None, now).await?;
            candidates::advance(tx, &recruiter, &candidate, Stage::FirstInterview, now).await?;
            let interview = NewInterview {
                candidate,
                kit: KIT.to_owned(),
                version,
                release,
                room: "一号会议室".to_owned(),
                at,
                raters,
            };
            interviews::plan(tx, &recruiter, interview, now).await?;
            sessions::end(tx, &session, session.id()).await
        })
    });
    seeding.await
}
