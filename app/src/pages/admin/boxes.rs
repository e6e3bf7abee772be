use domain::access::{Access, AccessSet};
use leptos::prelude::*;

use crate::{t, texts::Texts};

/// A box for every access.
#[component]
pub(super) fn AccessBoxes(
    texts: Texts,
    /// Those that are ticked.
    ticked: AccessSet,
    /// What is wrong.
    error: Option<String>,
) -> AnyView {
    let boxes = Access::ALL.map(|access| {
        view! {
            <label class="choice-row">
                <input
                    class="box"
                    type="checkbox"
                    name=format!("access-{access}")
                    value="1"
                    checked=ticked.has(access)
                />
                <span>{word(texts, access)}<span class="hint">{hint(texts, access)}</span></span>
            </label>
        }
    });
    let described = error.is_some().then_some("access-error");
    view! {
        <fieldset class="field" id="access" aria-describedby=described>
            <legend>{t!(texts, "admin-access")}</legend>
            <div class="choice-rows">{boxes.collect_view()}</div>
            {error.map(|error| view! { <p class="error" id="access-error">{error}</p> })}
        </fieldset>
    }
    .into_any()
}

/// An access in a word.
pub(super) fn word(texts: Texts, access: Access) -> String {
    texts.get(match access {
        Access::Learner => "access-learner",
        Access::Trainer => "access-trainer",
        Access::Recruiter => "access-recruiter",
        Access::Supervisor => "access-supervisor",
        Access::Admin => "access-admin",
    })
}

fn hint(texts: Texts, access: Access) -> String {
    texts.get(match access {
        Access::Learner => "admin-may-learn",
        Access::Trainer => "admin-may-train",
        Access::Recruiter => "admin-may-recruit",
        Access::Supervisor => "admin-may-supervise",
        Access::Admin => "admin-may-administer",
    })
}

/// The accesses of an account, in words.
pub(super) fn words(texts: Texts, access: &AccessSet) -> String {
    let words: Vec<_> = access.iter().map(|access| word(texts, access)).collect();
    words.join(&t!(texts, "staff-comma"))
}
