use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;

use crate::ui::PageHead;

/// What an address that leads nowhere answers: status 404, and a way on.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::NOT_FOUND);
    }
    view! {
        <Title text="找不到页面" />
        <main id="main">
            <PageHead title="找不到页面" lead="地址可能有误，或者内容已移走。" />
            <p>
                <a href="/">"回到今天"</a>
            </p>
        </main>
    }
}
