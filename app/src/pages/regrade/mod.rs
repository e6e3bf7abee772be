//! Regrading a question of a quiz with a corrected key: choose the question, look at what would change, then do it.

mod key;
mod plan;

use domain::{
    content::excerpt,
    quiz::{Question, Quiz, regrade::Unfit},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::attempts;

use self::{key::key_section, plan::plan_section};
use crate::{
    frame::{Page, crumbs, page},
    quiz::regrade::{self, Outdated, Task},
    refusal::Refusal,
    t,
    texts::Texts,
    ui::{Empty, PageHead},
    visitor::Visitor,
};

/// `/reports/quizzes/{course}/{quiz}/regrade`: the questions that were asked in another version than the current one;
/// with `?question=`, what regrading that one would change.
#[component]
pub(crate) fn Regrade() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let part = |name| params.get(name).unwrap_or_default();
    let id = format!("{}/{}", part("course"), part("quiz"));
    page(move |visitor: Visitor| async move {
        let trainer = visitor.trainer()?;
        let quiz = visitor.library.quizzes.get(&id).ok_or(Refusal::NotFound)?;
        let attempts = attempts::handed_in(&visitor.site.store, &trainer, &id, None).await?;
        let chosen = visitor.query("question").filter(|chosen| !chosen.is_empty());
        let question = match chosen {
            Some(chosen) => Some(quiz.question(&chosen).cloned().ok_or(Refusal::NotFound)?),
            None => None,
        };
        let task = Task::of(&visitor, &id, question.clone(), &attempts).await?;
        let section = match &question {
            Some(question) => {
                let plan = regrade::plan(&visitor, &trainer, &task, &attempts).await?;
                let names = regrade::names(&visitor).await?;
                let earlier = regrade::earlier(&task, &attempts);
                view! {
                    {key_section(visitor.texts, question, &earlier)}
                    {plan_section(&visitor, quiz, question, &plan, &names)}
                }
                .into_any()
            }
            None => list(&visitor, &id, quiz, &regrade::outdated(quiz, &task, &attempts)),
        };
        let texts = visitor.texts;
        let title = t!(
            texts,
            "regrade-title",
            name = quiz.head.title.get(&visitor.lang())
        );
        let report = (
            format!("/reports/quizzes/{id}"),
            quiz.head.title.get(&visitor.lang()).to_owned(),
        );
        let back = match &question {
            Some(_) => crumbs(
                texts,
                [(&report.0, report.1), (&visitor.path, t!(texts, "regrade"))],
            ),
            None => crumbs(texts, [(&report.0, report.1)]),
        };
        let body = view! {
            <PageHead title=title.clone() crumbs=back lead=t!(texts, "regrade-lead") />
            {section}
        };
        Ok(Page::new(title, body))
    })
}

/// The first words of a question.
fn words(question: &Question, texts: Texts) -> String {
    const MOST: usize = 120;
    excerpt(question.prompt.get(&texts.lang()), MOST)
}

fn unfit_words(unfit: Unfit, texts: Texts) -> String {
    match unfit {
        Unfit::Kind => t!(texts, "regrade-unfit-kind"),
        Unfit::Shape => t!(texts, "regrade-unfit-shape"),
        Unfit::Essay => t!(texts, "regrade-unfit-essay"),
    }
}

/// The questions to choose from.
fn list(visitor: &Visitor, id: &str, quiz: &Quiz, outdated: &[Outdated]) -> AnyView {
    let texts = visitor.texts;
    if outdated.is_empty() {
        return view! { <Empty title=t!(texts, "regrade-none") hint=t!(texts, "regrade-none-lead") /> }
            .into_any();
    }
    let rows = outdated.iter().filter_map(|outdated| {
        let question = quiz.question(&outdated.id)?;
        let unfit = outdated
            .unfit
            .map(|unfit| format!(" · {}", unfit_words(unfit, texts)));
        Some(view! {
            <li class="row">
                <div class="row-main">
                    <a
                        class="row-title"
                        href=format!("/reports/quizzes/{id}/regrade?question={}", outdated.id)
                    >
                        {words(question, texts)}
                    </a>
                    <span class="row-note">
                        {t!(texts, "regrade-attempts", n = outdated.attempts)} {unfit}
                    </span>
                </div>
            </li>
        })
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}
