use domain::quiz::{Behaviour, Certainty, Counts, Navigation, Quiz};
use leptos::prelude::*;

use super::ask::certainty_word;
use crate::{t, texts::Texts};

/// How one goes through the quiz, how it behaves and which attempt counts, in words, before it begins; nothing where it is as everywhere.
#[component]
pub(super) fn Behaves(quiz: Quiz, texts: Texts) -> AnyView {
    let behaves = match quiz.behaviour {
        Behaviour::Deferred => None,
        Behaviour::Immediate => Some(t!(texts, "behaves-immediate")),
        Behaviour::Interactive => Some(t!(texts, "behaves-interactive", penalty = quiz.penalty.0.shown())),
        Behaviour::Certainty => Some(t!(texts, "behaves-certainty")),
    };
    let in_turn = (quiz.navigation == Navigation::Sequential).then(|| t!(texts, "behaves-sequential"));
    let counts = counts_words(quiz.counts, texts).filter(|_| quiz.attempts != Some(1));
    let table = (quiz.behaviour == Behaviour::Certainty).then(|| stakes(texts));
    let line = |words: String| view! { <p>{words}</p> };
    view! {
        {in_turn.map(line)}
        {behaves.map(line)}
        {table}
        {counts.map(line)}
    }
    .into_any()
}

/// Which of several attempts counts; nothing for the one with the highest score, which passing ends anyway.
pub(super) fn counts_words(counts: Counts, texts: Texts) -> Option<String> {
    match counts {
        Counts::Highest => None,
        Counts::Latest => Some(t!(texts, "counts-latest")),
        Counts::Average => Some(t!(texts, "counts-average")),
        Counts::First => Some(t!(texts, "counts-first")),
    }
}

fn stakes(texts: Texts) -> AnyView {
    let rows = Certainty::ALL.map(|certainty| {
        let stakes = certainty.stakes();
        view! {
            <tr>
                <th scope="row">{certainty_word(certainty, texts)}</th>
                <td class="num">{format!("+{}", stakes.right)}</td>
                <td class="num">{stakes.wrong.to_string().replace('-', "−")}</td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{t!(texts, "certainty-how")}</th>
                    <th scope="col" class="num">
                        {t!(texts, "quiz-mark-right")}
                    </th>
                    <th scope="col" class="num">
                        {t!(texts, "quiz-mark-wrong")}
                    </th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
