//! The key of a question in words: as answers were marked by it, and as it is now.

use domain::{
    content::plain_text,
    lang::Lang,
    quiz::{Accepted, Gap, Kind, Question},
};
use leptos::prelude::*;

use super::unfit_words;
use crate::{quiz::regrade::Earlier, t, texts::Texts};

/// What the question asks, and its key in each version that finished attempts were marked by, beside the current one.
pub(super) fn key_section(texts: Texts, now: &Question, earlier: &[Earlier<'_>]) -> AnyView {
    let lang = texts.lang();
    let current = key(texts, now);
    let before: Vec<Vec<String>> = earlier
        .iter()
        .map(|version| key(texts, version.question))
        .collect();
    let cards = earlier.iter().zip(&before).map(|(version, lines)| {
        let prompt = version.question.prompt.get(&lang);
        let prompt = (prompt != now.prompt.get(&lang)).then(|| prompt.to_owned());
        let unfit = version.unfit.map(|unfit| unfit_words(unfit, texts));
        let same = (*lines == current).then(|| t!(texts, "regrade-key-same"));
        let note = unfit.or(same).map(|note| view! { <p>{note}</p> });
        view! {
            <section class="card">
                <h3 class="card-title">{t!(texts, "regrade-key-was")}</h3>
                <p class="muted">{t!(texts, "regrade-key-used", n = version.attempts)}</p>
                {prompt
                    .map(|html| {
                        view! {
                            <p class="muted">{t!(texts, "regrade-prompt-was")}</p>
                            <div inner_html=html></div>
                        }
                    })}
                {list(lines, std::slice::from_ref(&current))}
                {note}
            </section>
        }
    });
    let cards = cards.collect_view();
    let cards = (!earlier.is_empty()).then(|| view! { <div class="stack">{cards}</div> });
    view! {
        <section class="section stack">
            <h2>{t!(texts, "regrade-key")}</h2>
            <div class="prose" inner_html=now.prompt.get(&lang).to_owned()></div>
            <div class="columns" data-columns="even">
                {cards}
                <section class="card">
                    <h3 class="card-title">{t!(texts, "regrade-key-now")}</h3>
                    <p class="muted">{t!(texts, "regrade-key-current")}</p>
                    {list(&current, &before)}
                </section>
            </div>
        </section>
    }
    .into_any()
}

/// Lines of a key; what every one of the others lacks stands out.
fn list(lines: &[String], others: &[Vec<String>]) -> AnyView {
    let lines = lines.iter().map(|line| {
        let is_new = others.iter().all(|other| !other.contains(line));
        let line = line.clone();
        if is_new {
            view! { <li><strong>{line}</strong></li> }.into_any()
        } else {
            view! { <li>{line}</li> }.into_any()
        }
    });
    view! { <ul class="key">{lines.collect_view()}</ul> }.into_any()
}

/// What is right, line by line, as plain text.
fn key(texts: Texts, question: &Question) -> Vec<String> {
    let lang = texts.lang();
    match &question.kind {
        Kind::Choice {
            options,
            all_or_nothing,
            ..
        } => {
            let right = options.iter().filter(|option| option.right);
            let right = right.map(|option| plain_text(option.text.get(&lang)));
            right
                .chain(all_or_nothing.then(|| t!(texts, "key-all")))
                .collect()
        }
        Kind::Short { accepted, contains } => {
            let words = wordings(accepted, &lang).into_iter().map(ToOwned::to_owned);
            words.chain(contains.then(|| t!(texts, "key-contains"))).collect()
        }
        Kind::Number {
            value,
            tolerance,
            unit,
        } => {
            let unit = unit.as_ref().map(|unit| format!(" {}", unit.get(&lang)));
            let value = format!("{value}{}", unit.unwrap_or_default());
            let by = tolerance.to_string();
            vec![if by == "0" {
                value
            } else {
                t!(texts, "key-tolerance", value = value, by = by)
            }]
        }
        Kind::Order { items } => (1..)
            .zip(items)
            .map(|(step, item)| format!("{step}. {}", plain_text(item.get(&lang))))
            .collect(),
        Kind::Match { pairs, .. } => pairs
            .iter()
            .map(|pair| {
                let (left, right) = (pair.left.get(&lang), pair.right.get(&lang));
                format!("{} → {}", plain_text(left), plain_text(right))
            })
            .collect(),
        Kind::Cloze { gaps } => (1..)
            .zip(gaps)
            .map(|(n, gap)| {
                let words = match gap {
                    Gap::Typed { accepted } => wordings(accepted, &lang).join(" / "),
                    Gap::DropDown { options, right } => options
                        .get(*right)
                        .map_or("", |option| option.get(&lang))
                        .to_owned(),
                };
                t!(texts, "key-gap", n = n, words = words)
            })
            .collect(),
        Kind::Essay { .. } => vec![t!(texts, "key-essay")],
    }
}

/// The accepted wordings in the reader's language, or in all when it has none.
fn wordings<'a>(accepted: &'a [Accepted], lang: &Lang) -> Vec<&'a str> {
    let all = !accepted.iter().any(|accepted| accepted.lang == *lang);
    let words = accepted.iter().filter(|accepted| all || accepted.lang == *lang);
    words.map(|accepted| accepted.text.as_str()).collect()
}
