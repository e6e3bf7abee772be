use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{actors::Recruiter, sheets};

use super::{debrief, sheet, shown};
use crate::{
    frame::{Page, page},
    recruiting::{self, GROUP, Loaded},
    refusal::Refusal,
    t,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/interviews/{id}`: one's own sheet until it is submitted, then the debrief.
#[component]
pub(crate) fn Interview() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    page(move |visitor: Visitor| async move {
        let recruiter = visitor.recruiter()?;
        let loaded = recruiting::load(&visitor, &recruiter, &id).await?;
        let store = &visitor.site.store;
        match sheets::own(store, &recruiter, &id).await? {
            None => Ok(outside(&visitor, &loaded)),
            Some(own) if own.submitted.is_some() => {
                let sheets = sheets::debrief(store, &recruiter, &id)
                    .await
                    .map_err(|error| recruiting::refused(error, visitor.texts))?;
                debrief::page(&visitor, &loaded, &sheets)
            }
            // Closed by a decision before it was submitted.
            Some(_) if loaded.interview.decision.is_some() => Ok(outside(&visitor, &loaded)),
            Some(own) => match visitor.query(GROUP).map(|asked| asked.parse().unwrap_or(0)) {
                Some(asked) => together(&visitor, &recruiter, &loaded, asked).await,
                None => sheet::page(&visitor, &loaded, &own),
            },
        }
    })
}

/// A task of many candidates at once, at one time.
async fn together(visitor: &Visitor, recruiter: &Recruiter, loaded: &Loaded, asked: usize) -> Shown {
    let at = visitor.query("at").and_then(|at| at.parse::<usize>().ok());
    let item = at.and_then(|at| loaded.kit().ok()?.items.get(at.checked_sub(1)?));
    let id = item.map(|item| item.id.as_str()).unwrap_or_default();
    let watched = recruiting::watched(loaded, id)?;
    let members = recruiting::members(visitor, recruiter, loaded, watched.1).await?;
    sheet::group::page(visitor, loaded, watched, &members, asked)
}

/// What a recruiter who does not rate sees: that there is an interview, and nothing of its sheets.
fn outside(visitor: &Visitor, loaded: &Loaded) -> Page {
    let texts = visitor.texts;
    let interview = &loaded.interview;
    let name = shown(interview.name.as_deref(), texts);
    let (title, text) = if interview.decision.is_some() {
        (
            t!(texts, "interview-decided"),
            t!(texts, "interview-not-rater-text"),
        )
    } else {
        (
            t!(texts, "interview-not-rater"),
            t!(texts, "interview-not-rater-text"),
        )
    };
    let candidate = format!("/candidates/{}", interview.candidate);
    let body = view! {
        <PageHead title=name.clone() lead=visitor.site.calendar.date_time(interview.at) />
        <Empty title=title hint=text>
            <div class="actions">
                <a class="button" href=candidate>
                    {t!(texts, "interview-to-candidate")}
                </a>
            </div>
        </Empty>
    };
    Page::new(name, body)
}

/// The path of an interview.
pub(super) fn path(loaded: &Loaded) -> String {
    format!("/interviews/{}", loaded.interview.id)
}

/// What the page functions of this area answer.
pub(super) type Shown = Result<Page, Refusal>;
