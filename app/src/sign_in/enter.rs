//! Signing in and out, and passwords of one's own.

use store::{accounts, invitations, sessions};

use super::MIN_LENGTH;
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    site::Site,
    t,
};

/// How long a browser keeps the session's cookie, in seconds; the server ends sessions by its own rules.
const COOKIE_SECONDS: i64 = 30 * 86_400;

/// Checks login and password and starts a session.
pub(crate) async fn enter(act: &Act, login: &str, password: String) -> Result<Done, Refusal> {
    let (site, texts) = (&act.site, act.texts);
    let wait = site.limits.wait(login, &act.address, act.now);
    if wait > 0 {
        return Err(Refusal::Cannot(t!(
            texts,
            "sign-in-wait",
            minutes = (wait + 59) / 60
        )));
    }
    let known = accounts::credentials(&site.store, login).await?;
    let kept = known.as_ref().and_then(|known| known.password.clone());
    let right = site.passwords.verify(password, kept).await;
    let Some(known) = known.filter(|_| right) else {
        let left = site.limits.failed(login, &act.address, act.now);
        return Err(Refusal::Cannot(t!(texts, "sign-in-wrong", left = left)));
    };
    site.limits.succeeded(login);
    if known.disabled {
        return Err(Refusal::Cannot(t!(texts, "sign-in-disabled")));
    }
    end(act).await?;
    start(act, known.account, act.posted.get("next")).await
}

/// Ends the session.
pub(crate) async fn leave(act: &Act) -> Result<Done, Refusal> {
    end(act).await?;
    let cookies = vec![cookie(&act.site, "", 0)];
    Ok(Done {
        cookies,
        forget: true,
        ..Done::to("/sign-in")
    })
}

/// Changes the password of whoever is signed in; the other sessions end.
pub(crate) async fn change_password(act: &Act, now: String, new: String) -> Result<Done, Refusal> {
    let (site, texts) = (&act.site, act.texts);
    let session = act.session()?.clone();
    let login = session.actor().login.clone();
    let known = accounts::credentials(&site.store, &login)
        .await?
        .ok_or(Refusal::SignIn)?;
    if site.limits.wait(&login, &act.address, act.now) > 0
        || !site.passwords.verify(now, known.password).await
    {
        site.limits.failed(&login, &act.address, act.now);
        return Err(Refusal::field("password_now", t!(texts, "password-wrong")));
    }
    let hash = hashed(act, new).await?;
    site.store
        .write(move |tx| Box::pin(async move { accounts::change_password(tx, &session, &hash).await }))
        .await?;
    Ok(Done::to("/").saying(t!(texts, "password-changed")))
}

/// Sets the first password behind a one-time link, and signs in.
pub(crate) async fn accept(act: &Act, invitation: &str, new: String) -> Result<Done, Refusal> {
    let gone = || Refusal::Cannot(t!(act.texts, "invitation-gone"));
    let store = &act.site.store;
    invitations::find(store, invitation, act.now)
        .await?
        .ok_or_else(gone)?;
    let hash = hashed(act, new).await?;
    let (token, now) = (invitation.to_owned(), act.now);
    let accepted =
        store.write(move |tx| Box::pin(async move { invitations::accept(tx, &token, &hash, now).await }));
    let account = accepted.await?.ok_or_else(gone)?;
    start(act, account, None).await
}

/// A new session for the account, and on to where the visitor wanted.
async fn start(act: &Act, account: String, next: Option<&str>) -> Result<Done, Refusal> {
    let (id, now) = (account.clone(), act.now);
    let token = act
        .site
        .store
        .write(move |tx| Box::pin(async move { sessions::start(tx, &id, now).await }))
        .await?;
    let cookies = vec![cookie(&act.site, token.reveal(), COOKIE_SECONDS)];
    let to = next.filter(|next| is_own_path(next)).unwrap_or("/");
    Ok(Done {
        cookies,
        signed_in: Some(account),
        ..Done::to(to)
    })
}

/// Ends the session the visitor has, if any.
async fn end(act: &Act) -> Result<(), Refusal> {
    let Some(session) = act.session.clone() else {
        return Ok(());
    };
    Ok(act
        .site
        .store
        .write(move |tx| Box::pin(async move { sessions::end(tx, &session, session.id()).await }))
        .await?)
}

async fn hashed(act: &Act, new: String) -> Result<String, Refusal> {
    if new.chars().count() < MIN_LENGTH {
        return Err(Refusal::field(
            "password_new",
            t!(act.texts, "password-short", n = MIN_LENGTH),
        ));
    }
    act.site
        .passwords
        .hash(new)
        .await
        .ok_or(Refusal::Cannot(t!(act.texts, "failed-text")))
}

/// A path of this site: one slash at its head, so that it cannot lead to another host.
fn is_own_path(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") && !path.starts_with("/do/")
}

fn cookie(site: &Site, value: &str, seconds: i64) -> String {
    let (name, secure) = if site.is_https() {
        ("__Host-session", "; Secure")
    } else {
        ("session", "")
    };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn a_way_back_stays_on_this_site() {
        assert!(is_own_path("/courses/a?x=1"));
        for elsewhere in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "",
            "/do/sign-out",
        ] {
            assert!(!is_own_path(elsewhere), "{elsewhere}");
        }
    }
}
