use domain::content::problem::Severity;
use leptos::prelude::*;

use super::{
    missed::Missed,
    problems::Problems,
    releases::{Changes, Current, History},
    scenarios::scenarios,
};
use crate::{
    actions::Publish,
    forms::{Form, action},
    frame::{Page, page},
    staff::content::{self, Folder},
    t,
    ui::{Field, PageHead},
    visitor::Visitor,
};

/// `/studio`: what is published, what would be, and what forbids it.
#[component]
pub(crate) fn Studio() -> impl IntoView {
    page(move |visitor: Visitor| async move {
        visitor.trainer()?;
        let texts = visitor.texts;
        let store = &visitor.site.store;
        let history = store::releases::history(store).await?;
        let folder = content::folder(&visitor.site).await;
        let since = crate::missed::shown_since(&visitor.site);
        let missed = store::missed_searches::since(store, &since, crate::missed::SHOWN).await?;
        let changes = match &folder {
            Some(folder) => store::releases::changes(store, &folder.files).await?,
            None => Vec::new(),
        };
        let errors = folder.as_ref().map_or(0, |folder| folder.count(Severity::Error));
        let number = history.first().map_or(0, |release| release.number);
        let publishing = match &folder {
            None => no_folder(&visitor),
            Some(_) if errors > 0 => refused(&visitor, errors, number),
            Some(_) if changes.is_empty() => {
                view! { <p class="muted">{t!(texts, "studio-same", number = number)}</p> }.into_any()
            }
            Some(folder) => publish_form(&visitor, folder),
        };
        let drafts = folder.as_ref().map(|folder| scenarios(&visitor, folder));
        let body = view! {
            <PageHead title=t!(texts, "studio-title") lead=t!(texts, "studio-lead") />
            <div class="columns">
                <div>
                    <section class="section">
                        <h2>{t!(texts, "studio-next")}</h2>
                        {publishing}
                        <Changes visitor=visitor.clone() changes />
                    </section>
                    {folder.map(|folder| view! { <Problems texts folder /> })}
                </div>
                <aside class="aside">
                    <Current visitor=visitor.clone() release=history.first().cloned() />
                    <p><a href="/studio/confirm">{t!(texts, "confirm-title")}</a></p>
                </aside>
            </div>
            {drafts}
            <Missed texts missed />
            <History visitor=visitor.clone() history />
        };
        Ok(Page::new(t!(texts, "studio-title"), body))
    })
}

fn no_folder(visitor: &Visitor) -> AnyView {
    view! {
        <div class="notice" data-kind="error">
            <p>{t!(visitor.texts, "studio-no-folder")}</p>
        </div>
    }
    .into_any()
}

fn refused(visitor: &Visitor, errors: usize, number: i64) -> AnyView {
    let texts = visitor.texts;
    view! {
        <div class="notice" data-kind="warn">
            <p class="notice-title">{t!(texts, "studio-not-yet", n = errors)}</p>
            <p>{t!(texts, "studio-old-stays", number = number)}</p>
        </div>
    }
    .into_any()
}

fn publish_form(visitor: &Visitor, folder: &Folder) -> AnyView {
    let texts = visitor.texts;
    let note = visitor.typed("publish", "note").unwrap_or_default().to_owned();
    let error = visitor.error("publish", "note").map(ToOwned::to_owned);
    let accept = accept(visitor, folder);
    view! {
        <Form action={action::<Publish>()} class="form">
            <Field
                name="note"
                label=t!(texts, "studio-note")
                hint=t!(texts, "studio-note-hint")
                value=note
                error=error
            />
            {accept}
            <div class="actions">
                <button class="button">{t!(texts, "studio-publish")}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// A box for every role-play that could not be proved, with its name.
fn accept(visitor: &Visitor, folder: &Folder) -> Option<AnyView> {
    let texts = visitor.texts;
    let files = folder.unproven();
    if files.is_empty() {
        return None;
    }
    let boxes: Vec<_> = files
        .into_iter()
        .map(|file| {
            view! {
                <label class="choice-row">
                    <input class="box" type="checkbox" name="accept" value=file.to_owned() />
                    <span>{t!(texts, "studio-accept", file = file)}</span>
                </label>
            }
        })
        .collect();
    let error = visitor.error("publish", "accept").map(ToOwned::to_owned);
    let described = error.is_some().then_some("accept-error");
    Some(
        view! {
            <fieldset class="field" aria-describedby=described>
                <legend>{t!(texts, "studio-unproven")}</legend>
                <div class="choice-rows">{boxes}</div>
                {error.map(|error| view! { <p class="error" id="accept-error">{error}</p> })}
            </fieldset>
        }
        .into_any(),
    )
}
