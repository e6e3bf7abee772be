use store::{evidence, training};

use crate::{
    forms::{Act, Done},
    go_live,
    refusal::Refusal,
    t,
};

/// Acknowledges a policy: the edition in force, with the hash of the text that was on the screen.
pub(crate) async fn acknowledge(act: &Act, policy: &str, shown: &str) -> Result<Done, Refusal> {
    let learner = act.learner()?;
    let found = act.library.policies.get(policy).ok_or(Refusal::NotFound)?;
    let version = shown.parse().ok().filter(|hash| {
        found
            .head
            .languages
            .iter()
            .any(|lang| found.text_hash(lang) == *hash)
    });
    let Some(version) = version else {
        // A release came in between: what was read is not what is in force.
        return Err(Refusal::Cannot(t!(act.texts, "policy-changed")));
    };
    let (policy, edition) = (policy.to_owned(), found.version.clone());
    let (site, library, now) = (act.site.clone(), act.library.clone(), act.now);
    let work = act.site.store.write(move |tx| {
        Box::pin(async move {
            // Acknowledged again, perhaps in the other language: still one entry for the edition.
            let entries = evidence::of_person_in(tx, &learner.person).await?;
            if super::progress::acknowledged(&entries, &policy, &edition).is_none() {
                training::acknowledge(tx, &learner, &policy, &edition, version, now).await?;
                go_live::settle(tx, &library, &*site.calendar, &learner.person, &learner, now).await?;
            }
            Ok(())
        })
    });
    work.await?;
    Ok(Done::back().saying(t!(act.texts, "policy-acknowledged")))
}
