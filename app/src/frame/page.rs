use std::future::Future;

use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;

use super::{
    bars::{DemoBanner, Frame},
    refused,
};
use crate::{refusal::Refusal, visitor::Visitor};

/// What a page shows.
pub(crate) struct Page {
    title: String,
    body: AnyView,
    task: bool,
    bare: bool,
}

impl Page {
    /// A page with a title and what stands in its `<main>`.
    pub(crate) fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self {
            title: title.into(),
            body: body.into_any(),
            task: false,
            bare: false,
        }
    }

    /// A page that wants all attention: no navigation around it.
    pub(crate) fn task(self) -> Self {
        Self { task: true, ..self }
    }

    /// A page that brings its own `<main>` and stands without any frame.
    pub(crate) fn bare(self) -> Self {
        Self { bare: true, ..self }
    }
}

/// Renders a page: its body in the frame, or what its refusal shows instead.
pub(crate) fn page<F, Fut>(body: F) -> impl IntoView
where
    F: FnOnce(Visitor) -> Fut + Send + 'static,
    Fut: Future<Output = Result<Page, Refusal>> + Send + 'static,
{
    // Context does not reach behind the first await.
    let visitor = Visitor::current();
    let response = use_context::<ResponseOptions>();
    Suspend::new(async move {
        let Some(visitor) = visitor else {
            return ().into_any();
        };
        let outcome = body(visitor.clone()).await;
        let page = outcome.unwrap_or_else(|refusal| refused::page(&visitor, refusal, response.as_ref()));
        framed(&visitor, page)
    })
}

fn framed(visitor: &Visitor, page: Page) -> AnyView {
    let title = format!("{} · {}", page.title, crate::t!(visitor.texts, "brand"));
    let body = if page.bare {
        let banner = visitor
            .site
            .demo
            .then(|| view! { <DemoBanner texts=visitor.texts /> });
        view! {
            {banner}
            {page.body}
        }
        .into_any()
    } else {
        view! { <Frame visitor=visitor.clone() task=page.task>{page.body}</Frame> }.into_any()
    };
    view! {
        <Title text=title />
        {body}
    }
    .into_any()
}

/// Sets the status of the answer.
pub(super) fn set_status(response: Option<&ResponseOptions>, status: StatusCode) {
    if let Some(response) = response {
        response.set_status(status);
    }
}
