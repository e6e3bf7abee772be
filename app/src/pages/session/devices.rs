use leptos::prelude::*;
use store::sessions::{self, Listed};

use crate::{
    actions::{EndOtherSessions, EndSession},
    forms::{Form, action},
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// Where one is signed in, each with a way to end it.
pub(super) async fn devices(visitor: &Visitor) -> Result<AnyView, Refusal> {
    let (session, texts) = (visitor.session()?, visitor.texts);
    let listed = sessions::own(&visitor.site.store, session, visitor.now).await?;
    let several = listed.len() > 1;
    let rows: Vec<_> = listed.iter().map(|device| row(visitor, device)).collect();
    Ok(view! {
        <section class="section" aria-labelledby="devices">
            <div class="section-head">
                <h2 id="devices">{t!(texts, "devices")}</h2>
                {several
                    .then(|| {
                        view! {
                            <Form action={action::<EndOtherSessions>()}>
                                <button class="button quiet small">{t!(texts, "devices-end-others")}</button>
                            </Form>
                        }
                    })}
            </div>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any())
}

fn row(visitor: &Visitor, device: &Listed) -> AnyView {
    let texts = visitor.texts;
    let at = |moment| visitor.site.calendar.date_time(moment);
    let which = device.id.to_string();
    let this = visitor
        .session
        .as_ref()
        .is_some_and(|session| session.id() == device.id);
    let end = if this {
        view! { <span class="chip" data-tone="jade">{t!(texts, "device-this")}</span> }.into_any()
    } else {
        view! {
            <Form action={action::<EndSession>()}>
                <input type="hidden" name="which" value=which />
                <button class="button quiet small">{t!(texts, "device-end")}</button>
            </Form>
        }
        .into_any()
    };
    view! {
        <li class="row">
            <div class="row-main">
                <span class="row-title">{t!(texts, "device-since", at = at(device.created))}</span>
                <span class="row-note">{t!(texts, "device-seen", at = at(device.seen))}</span>
            </div>
            <div class="row-end">{end}</div>
        </li>
    }
    .into_any()
}
