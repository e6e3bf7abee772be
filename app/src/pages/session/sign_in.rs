use leptos::prelude::*;
use leptos_meta::Title;

use crate::ui::PageHead;

/// `/sign-in`
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    view! {
        <Title text="登录" />
        <main id="main">
            <PageHead title="登录" lead="客服培训与上岗平台" />
        </main>
    }
}
