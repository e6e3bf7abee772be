//! Hiring: the decision of an interview becomes a person with a role, an account and a link.

use std::collections::BTreeSet;

use domain::lang::Lang;
use store::{
    StoreError, accounts,
    candidates::{self, Candidate, Hire, Stage},
    interviews::{self, Interview},
};

use super::refused;
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
};

/// Hires a candidate whom an interview passed. The link is told to the next page, once.
pub(crate) async fn hire(
    act: &Act,
    candidate: String,
    login: &str,
    role: String,
    team: &str,
) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let store = &act.site.store;
    let found = candidates::get(store, &recruiter, &candidate).await?;
    let found = found.ok_or(Refusal::NotFound)?;
    if found.stage == Stage::Rejected {
        return Err(Refusal::Cannot(t!(texts, "hire-rejected")));
    }
    if !act.library.roles.contains_key(&role) {
        return Err(Refusal::field("hire_role", t!(texts, "candidate-role-unknown")));
    }
    let held = interviews::of_candidate(store, &recruiter, &candidate).await?;
    let decided = passed(&held).ok_or_else(|| Refusal::Cannot(t!(texts, "hire-undecided")))?;
    let hire = Hire {
        role,
        login: login.trim().to_owned(),
        team: Some(team.to_owned()).filter(|team| !team.is_empty()),
        language: None::<Lang>,
        score: decided.decision.and_then(|decision| decision.total),
        version: Some(decided.version),
        candidate,
    };
    let to = format!("/candidates/{}", hire.candidate);
    let hiring = store
        .write(move |tx| Box::pin(async move { candidates::hire(tx, &recruiter, hire, now).await }))
        .await;
    let hired = match hiring {
        // Sent twice, or by two recruiters: one person, and the link can be made again.
        Err(StoreError::CandidateHired) => {
            return Ok(Done::to(to).saying(t!(texts, "candidate-is-hired")));
        }
        Err(StoreError::NotFound("team")) => {
            return Err(Refusal::field("team", t!(texts, "hire-team-unknown")));
        }
        other => other.map_err(|error| refused(error, texts))?,
    };
    let done = Done::to(to).saying(t!(texts, "hire-done"));
    Ok(match hired.invitation {
        Some(token) => done.telling("link", link(act, token.reveal())),
        None => done,
    })
}

/// Makes the link anew for somebody who lost it.
pub(crate) async fn renew(act: &Act, candidate: String) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let renewing = act.site.store.write(move |tx| {
        Box::pin(async move { candidates::renew_invitation(tx, &recruiter, &candidate, now).await })
    });
    let token = renewing.await.map_err(|error| refused(error, texts))?;
    Ok(Done::back()
        .saying(t!(texts, "hire-link-renewed"))
        .telling("link", link(act, token.reveal())))
}

fn link(act: &Act, token: &str) -> String {
    format!("{}/invitations/{token}", act.site.public_url)
}

/// The latest interview that the candidate passed.
pub(crate) fn passed(held: &[Interview]) -> Option<&Interview> {
    held.iter()
        .rev()
        .find(|each| each.decision.is_some_and(|decision| decision.passed))
}

/// A sign-in name that is not `taken`: from a name in Latin letters, else from the role.
pub(crate) fn suggested_login(candidate: &Candidate, taken: &BTreeSet<String>) -> String {
    let name = candidate.name.as_deref().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = name.split_whitespace().collect();
    let latin = words.join("-");
    let numbered = |base: &str, first: u32| {
        let mut logins = (first..).map(|number| format!("{base}-{number}"));
        logins.find(|login| !taken.contains(login)).unwrap_or_default()
    };
    if !latin.is_ascii() || !accounts::is_login(&latin) {
        let role = candidate.roles.first().map_or("agent", String::as_str);
        return numbered(role, 1);
    }
    if taken.contains(&latin) {
        return numbered(&latin, 2);
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Moment;

    fn suggested(name: Option<&str>, taken: &[&str]) -> String {
        let candidate = Candidate {
            id: "c".to_owned(),
            person: "p".to_owned(),
            name: name.map(ToOwned::to_owned),
            roles: vec!["phone-agent".to_owned()],
            stage: Stage::Approval,
            reason: None,
            contact: None,
            created: Moment(0),
        };
        let taken = taken.iter().map(|login| (*login).to_owned()).collect();
        suggested_login(&candidate, &taken)
    }

    #[test]
    fn a_suggested_sign_in_name_is_free() {
        assert_eq!(suggested(Some("Anna  Bo"), &["anna"]), "anna-bo");
        assert_eq!(suggested(Some("Anna"), &["anna", "anna-2"]), "anna-3");
        assert_eq!(suggested(Some("李晓雨"), &["phone-agent"]), "phone-agent-1");
        assert_eq!(suggested(None, &["phone-agent-1"]), "phone-agent-2");
    }
}
