//! Accounts: added, changed, disabled.

use domain::access::{Access, AccessSet};
use store::{
    accounts::{self, NewAccount},
    assignments, invitations,
    people::{self, NewPerson},
};

use super::{first, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    sign_in::MIN_LENGTH,
    t,
};

/// The longest name, in characters.
pub(super) const LONGEST_NAME: usize = 80;

/// Adds a person with an account; without a password it gets a one-time link, said once.
pub(crate) async fn add(
    act: &Act,
    name: String,
    login: String,
    role: String,
    team: String,
    password: String,
) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let (name, login) = (name.trim().to_owned(), login.trim().to_owned());
    let mut access = ticked(act);
    let role = Some(role).filter(|role| !role.is_empty());
    if role
        .as_ref()
        .is_some_and(|role| !act.library.roles.contains_key(role))
    {
        return Err(Refusal::NotFound);
    }
    if role.is_some() {
        // Who prepares for a role has to learn.
        access = access.iter().chain([Access::Learner]).collect();
    }
    let mut wrong = Vec::new();
    if name.is_empty() {
        wrong.push(("name", t!(texts, "field-required")));
    } else if name.chars().count() > LONGEST_NAME {
        wrong.push(("name", t!(texts, "staff-too-long", n = LONGEST_NAME)));
    }
    if !accounts::is_login(&login) {
        wrong.push(("login", t!(texts, "admin-login-bad")));
    }
    if access.is_empty() {
        wrong.push(("access", t!(texts, "admin-access-missing")));
    }
    if !password.is_empty() && password.chars().count() < MIN_LENGTH {
        wrong.push(("password_new", t!(texts, "password-short", n = MIN_LENGTH)));
    }
    if !wrong.is_empty() {
        return Err(Refusal::Fields(wrong));
    }
    let hash = match password.as_str() {
        "" => None,
        _ => act.site.passwords.hash(password).await,
    };
    let (key, page) = (
        act.key().to_owned(),
        format!("/admin/accounts/{}", super::segment(&login)),
    );
    let team = Some(team).filter(|team| !team.is_empty());
    let adding = act.site.store.write(move |tx| {
        Box::pin(async move {
            if !first(tx, &key, &admin.account, now).await? {
                return Ok(None);
            }
            let person = NewPerson {
                team,
                ..NewPerson::named(name)
            };
            let person = people::add(tx, &admin, person, now).await?;
            let invited = hash.is_none();
            let account = NewAccount {
                person: person.clone(),
                login,
                access,
                password: hash,
                language: None,
            };
            let account = accounts::add(tx, &admin, account, now).await?;
            if let Some(role) = role {
                assignments::assign(tx, &admin, &person, &role, now).await?;
            }
            if !invited {
                return Ok(None);
            }
            invitations::invite(tx, &admin, &account, now).await.map(Some)
        })
    });
    let token = adding.await.map_err(|error| refused(texts, error))?;
    let said = match token {
        Some(token) => t!(texts, "admin-added-link", link = link(act, token.reveal())),
        None => t!(texts, "admin-added"),
    };
    Ok(Done::to(page).saying(said))
}

/// Sets what an account may do, from its next request on.
pub(crate) async fn set_access(act: &Act, account: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let texts = act.texts;
    let access = ticked(act);
    if access.is_empty() {
        return Err(Refusal::field("access", t!(texts, "admin-access-missing")));
    }
    let setting = act
        .site
        .store
        .write(move |tx| Box::pin(async move { accounts::set_access(tx, &admin, &account, &access).await }));
    setting.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-access-set")))
}

/// Disables an account; its sessions end.
pub(crate) async fn disable(act: &Act, account: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let disabling = act
        .site
        .store
        .write(move |tx| Box::pin(async move { accounts::disable(tx, &admin, &account, now).await }));
    disabling.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-disabled-now")))
}

/// Lets a disabled account sign in again.
pub(crate) async fn enable(act: &Act, account: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let texts = act.texts;
    let enabling = act
        .site
        .store
        .write(move |tx| Box::pin(async move { accounts::enable(tx, &admin, &account).await }));
    enabling.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-enabled-now")))
}

/// Makes a one-time link for a lost password; earlier links are no longer good.
pub(crate) async fn invite(act: &Act, account: String) -> Result<Done, Refusal> {
    let admin = act.admin()?;
    let (texts, now) = (act.texts, act.now);
    let inviting = act
        .site
        .store
        .write(move |tx| Box::pin(async move { invitations::invite(tx, &admin, &account, now).await }));
    let token = inviting.await.map_err(|error| refused(texts, error))?;
    Ok(Done::back().saying(t!(texts, "admin-link", link = link(act, token.reveal()))))
}

/// The accesses ticked: each box has a name of its own.
fn ticked(act: &Act) -> AccessSet {
    let ticked = act.posted.with_prefix("access-");
    ticked
        .filter_map(|(access, _)| access.parse::<Access>().ok())
        .collect()
}

fn link(act: &Act, token: &str) -> String {
    format!("{}/invitations/{token}", act.site.public_url)
}
