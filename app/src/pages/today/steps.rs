use domain::access::Access;
use leptos::prelude::*;
use store::confirmations;

use crate::{
    refusal::Refusal,
    staff::confirmed::{STANDARDS, role_document, valid},
    t,
    ui::RequirementRow,
    visitor::Visitor,
};

/// What a trainer does first on an empty system, ticked from what is there; `others` is how many people besides the
/// trainer can sign in. The last step, roles for people, is open for as long as this is shown at all.
pub(super) async fn steps(visitor: &Visitor, others: usize) -> Result<AnyView, Refusal> {
    let (texts, library) = (visitor.texts, &visitor.library);
    let known = confirmations::all(&visitor.site.store).await?;
    let standards = valid(&known, library, STANDARDS);
    let mut roles = library.roles.keys();
    let role = roles.find_map(|role| valid(&known, library, &role_document(role)));
    let add = if visitor.has(Access::Admin) {
        Some(("/admin/add".to_owned(), t!(texts, "steps-add-go")))
    } else {
        None
    };
    let people = if others > 0 {
        t!(texts, "steps-people-here", n = others)
    } else {
        t!(texts, "steps-people-none")
    };
    let confirm = |place: &str| Some((format!("/studio/confirm{place}"), t!(texts, "steps-confirm-go")));
    let steps = [
        (t!(texts, "steps-people"), others > 0, Some(people), add),
        (
            t!(texts, "steps-standards"),
            standards.is_some(),
            Some(t!(texts, "steps-standards-why")),
            confirm("#standards"),
        ),
        (
            t!(texts, "steps-roles"),
            role.is_some(),
            Some(t!(texts, "steps-roles-why")),
            confirm(""),
        ),
        (
            t!(texts, "steps-start"),
            false,
            Some(t!(texts, "steps-start-why")),
            (others > 0).then(|| ("/people#unassigned".to_owned(), t!(texts, "steps-start-go"))),
        ),
    ];
    let rows = steps.map(|(title, done, note, next)| {
        let state = if done { "met" } else { "missing" };
        let word = if done {
            t!(texts, "steps-done")
        } else {
            t!(texts, "steps-open")
        };
        let next = next.filter(|_| !done);
        view! { <RequirementRow state title word note next /> }
    });
    Ok(view! {
        <h3>{t!(texts, "steps-title")}</h3>
        <ol class="requirements">{rows.collect_view()}</ol>
    }
    .into_any())
}
