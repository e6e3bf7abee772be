//! An interview with the kit it is held with; submitting sheets, deciding.

use std::sync::Arc;

use domain::{content::Library, interview::Kit};
use store::{
    actors::Recruiter,
    interviews::{self, Decision, Interview},
    sheets,
};

use super::{Debrief, refused};
use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// An interview and the content it was planned with.
pub(crate) struct Loaded {
    /// The interview.
    pub(crate) interview: Interview,
    library: Arc<Library>,
}

impl Loaded {
    /// The kit as it was when the interview was planned.
    pub(crate) fn kit(&self) -> Result<&Kit, Refusal> {
        let kit = self.library.interviews.get(&self.interview.kit);
        kit.ok_or(Refusal::NotFound)
    }
}

/// An interview with its kit.
pub(crate) async fn load(visitor: &Visitor, recruiter: &Recruiter, id: &str) -> Result<Loaded, Refusal> {
    let store = &visitor.site.store;
    let interview = interviews::get(store, recruiter, id).await?;
    let interview = interview.ok_or(Refusal::NotFound)?;
    let library = visitor.site.libraries.at(store, interview.release).await?;
    Ok(Loaded { interview, library })
}

/// Submits one's own sheet for good; what is open stays open and is shown as such.
pub(crate) async fn submit(act: &Act, interview: String) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let to = format!("/interviews/{interview}");
    let submitting = act
        .site
        .store
        .write(move |tx| Box::pin(async move { sheets::submit(tx, &recruiter, &interview, &[], now).await }));
    submitting.await.map_err(|error| refused(error, texts))?;
    Ok(Done::to(to).saying(t!(texts, "sheet-submitted")))
}

/// Decides an interview after the debrief and opens the candidate's page.
pub(crate) async fn decide(act: &Act, interview: String, outcome: &str) -> Result<Done, Refusal> {
    let (recruiter, texts, now) = (act.recruiter()?, act.texts, act.now);
    let passed = match outcome {
        "passed" => true,
        "failed" => false,
        _ => return Err(Refusal::field("outcome", t!(texts, "debrief-outcome-needed"))),
    };
    let loaded = load(act, &recruiter, &interview).await?;
    let sheets = sheets::debrief(&act.site.store, &recruiter, &interview)
        .await
        .map_err(|error| refused(error, texts))?;
    let debrief = Debrief::of(loaded.kit()?, &loaded.interview, &sheets);
    let decision = Decision {
        passed,
        total: debrief.total(),
    };
    let deciding = act.site.store.write(move |tx| {
        Box::pin(async move { interviews::decide(tx, &recruiter, &interview, decision, now).await })
    });
    deciding.await.map_err(|error| refused(error, texts))?;
    let to = format!("/candidates/{}", loaded.interview.candidate);
    Ok(Done::to(to).saying(t!(texts, "debrief-decided")))
}
