use leptos::prelude::*;
use store::candidates::{self, Candidate, Stage};

use super::{role_options, role_titles, shown, tone};
use crate::{
    actions::AddCandidate,
    forms::{Form, action},
    frame::{Page, page},
    recruiting::stage_word,
    t,
    ui::{Empty, Field, PageHead, Select},
    visitor::Visitor,
};

/// The name of the form's action.
const FORM: &str = "add-candidate";

/// `/candidates`
#[component]
pub(crate) fn Candidates() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        let recruiter = visitor.recruiter()?;
        let texts = visitor.texts;
        let all = candidates::list(&visitor.site.store, &recruiter).await?;
        let over = |each: &&Candidate| matches!(each.stage, Stage::Hired | Stage::Rejected);
        let (count, open) = (all.len(), all.len() - all.iter().filter(over).count());
        let stage = visitor.query("stage").unwrap_or_default();
        let part = visitor.query("q").unwrap_or_default();
        let part = part.trim().to_lowercase();
        let fits = |each: &Candidate| {
            let name = each.name.as_deref().unwrap_or_default().to_lowercase();
            (stage.is_empty() || each.stage.as_str() == stage) && name.contains(&part)
        };
        let found: Vec<Candidate> = all.into_iter().filter(|each| fits(each)).collect();
        let body = view! {
            <PageHead
                title=t!(texts, "candidates-title")
                lead=t!(texts, "candidates-lead", n = count, open = open)
            />
            <Add visitor=visitor.clone() empty={count == 0} />
            {(count > 0).then(|| view! { <Filters visitor=visitor.clone() stage=stage part=part /> })}
            <Found visitor=visitor.clone() found any={count > 0} />
        };
        Ok(Page::new(t!(texts, "candidates-title"), body))
    })
}

#[component]
fn Add(visitor: Visitor, empty: bool) -> AnyView {
    let texts = visitor.texts;
    let error = |field| visitor.error(FORM, field).map(ToOwned::to_owned);
    let typed = |field| visitor.typed(FORM, field).unwrap_or_default().to_owned();
    let back = visitor
        .flash
        .as_ref()
        .is_some_and(|flash| flash.form == FORM && !flash.good);
    let fields = view! {
        <Field
            name="name"
            label=t!(texts, "candidates-name")
            value=typed("name")
            required=true
            error=error("name")
        />
        <Select
            name="role"
            label=t!(texts, "candidates-role")
            options=role_options(&visitor)
            chosen=typed("role")
            error=error("role")
        />
        <Field name="contact" label=t!(texts, "candidates-contact") value=typed("contact") error=error("contact") />
        <div class="actions">
            <button class="button">{t!(texts, "candidates-save")}</button>
        </div>
    }
    .into_any();
    view! {
        <details class="fold" open={empty || back}>
            <summary>{t!(texts, "candidates-add")}</summary>
            <Form action={action::<AddCandidate>()} class="form">{fields}</Form>
        </details>
    }
    .into_any()
}

#[component]
fn Filters(visitor: Visitor, stage: String, part: String) -> AnyView {
    let texts = visitor.texts;
    let mut stages = vec![(String::new(), t!(texts, "candidates-all-stages"))];
    stages.extend(Stage::ALL.map(|stage| (stage.as_str().to_owned(), stage_word(stage, texts))));
    view! {
        <form class="filters" method="get" action="/candidates">
            <Select name="stage" label=t!(texts, "candidates-stage") options=stages chosen=stage />
            <Field name="q" label=t!(texts, "candidates-search") value=part />
            <button class="button quiet">{t!(texts, "candidates-filter")}</button>
        </form>
    }
    .into_any()
}

/// The candidates found, by stage.
#[component]
fn Found(visitor: Visitor, found: Vec<Candidate>, any: bool) -> AnyView {
    let texts = visitor.texts;
    if found.is_empty() {
        let (title, text) = if any {
            (
                t!(texts, "candidates-no-match"),
                t!(texts, "candidates-no-match-text"),
            )
        } else {
            (t!(texts, "candidates-none"), t!(texts, "candidates-none-text"))
        };
        return view! {
            <Empty title=title hint=text />
        }
        .into_any();
    }
    let section = |stage: Stage| {
        let here: Vec<&Candidate> = found.iter().filter(|each| each.stage == stage).collect();
        if here.is_empty() {
            return None;
        }
        let rows = here.iter().map(|each| row(&visitor, each)).collect_view();
        Some(view! {
            <section class="section">
                <h2>{stage_word(stage, texts)} " " <span class="chip" data-tone=tone(stage)>{here.len()}</span></h2>
                <ul class="rows">{rows}</ul>
            </section>
        })
    };
    Stage::ALL
        .map(section)
        .into_iter()
        .flatten()
        .collect_view()
        .into_any()
}

fn row(visitor: &Visitor, candidate: &Candidate) -> AnyView {
    let date = visitor.site.calendar.date(candidate.created);
    view! {
        <li class="row" data-done=matches!(candidate.stage, Stage::Rejected).then_some("")>
            <div class="row-main">
                <a class="row-title" href=format!("/candidates/{}", candidate.id)>
                    {shown(candidate.name.as_deref(), visitor.texts)}
                </a>
                <span class="row-note">{role_titles(visitor, &candidate.roles)}</span>
            </div>
            <div class="row-end">{t!(visitor.texts, "candidates-since", date = date)}</div>
        </li>
    }
    .into_any()
}
