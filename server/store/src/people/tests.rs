use super::*;
use crate::accounts;
use crate::actors::Operator;
use crate::evidence::NewEntry;
use crate::teams;
use crate::testing::{NOW, Temp};
use domain::access::{Access, AccessSet};
use domain::evidence::Fact;

#[tokio::test]
async fn people_have_teams_and_roles() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let lead = temp.account(&store, "lin", "supervisor").await;
    let leader = lead.clone();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            let team = teams::add(tx, &by, "Night", Some(&leader), NOW).await?;
            let id = add(tx, &by, NewPerson::named("Anna"), NOW).await?;
            let new = NewPerson {
                name: "Anna B".to_owned(),
                team: Some(team),
                employer: Some("X".to_owned()),
            };
            change(tx, &by, &id, new).await?;
            let fact = Fact::RoleAssigned {
                role: "phone-agent".to_owned(),
            };
            for _ in 0..2 {
                let entry = NewEntry {
                    person: Some(id.clone()),
                    actor: None,
                    happened: NOW,
                    fact: fact.clone(),
                    text: None,
                };
                evidence::record(tx, &by, entry, NOW).await?;
            }
            Ok(id)
        })
    });
    let id = work.await.unwrap();
    let anna = get(&store, &id).await.unwrap().unwrap();
    assert_eq!(
        (
            anna.name.as_deref(),
            anna.team_name.as_deref(),
            anna.login.as_deref()
        ),
        (Some("Anna B"), Some("Night"), None)
    );
    assert_eq!(anna.employer.as_deref(), Some("X"));
    assert_eq!(of_role(&store, "phone-agent").await.unwrap(), [anna]);
    assert!(of_role(&store, "chat-agent").await.unwrap().is_empty());
    assert_eq!(list(&store).await.unwrap().len(), 2);
    let missing = store
        .write(|tx| Box::pin(async { change(tx, &Operator::new(), "nobody", NewPerson::named("x")).await }));
    assert!(matches!(missing.await, Err(StoreError::NotFound("person"))));
}

#[tokio::test]
async fn nobody_is_without_a_supervisor() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let lin = temp.account(&store, "lin", "supervisor").await;
    let wang = temp.account(&store, "wang", "recruiter,supervisor").await;
    let chief = temp.account(&store, "chief", "supervisor").await;
    let (first, second) = (lin.clone(), wang.clone());
    let work = store.write(move |tx| {
        Box::pin(async move {
            let by = Operator::new();
            for (name, leader) in [("Day", Some(&*first)), ("Night", Some(&*second)), ("New", None)] {
                let team = teams::add(tx, &by, name, leader, NOW).await?;
                let mut member = NewPerson::named(format!("{name} member"));
                member.team = Some(team);
                let account = accounts::NewAccount {
                    person: add(tx, &by, member, NOW).await?,
                    login: format!("{name}-member"),
                    access: AccessSet::from_iter([Access::Learner]),
                    password: None,
                    language: None,
                };
                accounts::add(tx, &by, account, NOW).await?;
            }
            add(tx, &by, NewPerson::named("Alone"), NOW).await
        })
    });
    work.await.unwrap();
    let seen = async |account: &str| {
        let people = looked_after_by(&store, account).await.unwrap();
        for person in list(&store).await.unwrap() {
            let Some(login) = &person.login else { continue };
            let (found, mine) = accounts::by_login_for(&store, login, account)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(found.person, person.id);
            assert_eq!(mine, people.contains(&person), "{login}");
        }
        let members = people.into_iter().filter_map(|person| person.name);
        let mut members: Vec<_> = members
            .filter(|name| name.contains(' ') || name == "Alone")
            .collect();
        members.sort();
        members
    };
    assert_eq!(seen(&lin).await, ["Alone", "Day member", "New member"]);
    assert_eq!(seen(&wang).await, ["Alone", "New member", "Night member"]);
    assert_eq!(
        seen(&chief).await.len(),
        4,
        "who leads none looks after everybody"
    );
    let gone = wang.clone();
    let work = store
        .write(move |tx| Box::pin(async move { accounts::disable(tx, &Operator::new(), &gone, NOW).await }));
    work.await.unwrap();
    assert!(
        seen(&lin).await.contains(&"Night member".to_owned()),
        "the leader is gone"
    );
}
