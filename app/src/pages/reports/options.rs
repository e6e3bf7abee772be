use domain::{
    content::plain_text,
    quiz::{
        ChoiceOption, Kind,
        statistics::{Flag, Pick},
    },
};
use leptos::prelude::*;

use super::questions::title;
use crate::{
    reports::{Asked, flag, letter, share},
    t,
    ui::{Column, Row, Table},
    visitor::Visitor,
};

/// How the options of a choice were taken; none when it is no choice or there are too few answers.
pub(super) fn options(visitor: &Visitor, asked: &Asked) -> Option<AnyView> {
    let texts = visitor.texts;
    let numbers = asked.version.numbers.as_ref()?;
    let Kind::Choice { options, .. } = &asked.question.as_ref()?.kind else {
        return None;
    };
    let rows = numbers.picks.iter().zip(options);
    let rows = rows.map(|(pick, option)| row(visitor, asked, pick, option));
    let rows = rows.collect();
    let columns = vec![
        Column::words(t!(texts, "report-option")),
        Column::number(t!(texts, "report-picked")),
        Column::number(t!(texts, "report-share")),
        Column::number(t!(texts, "report-pull")),
    ];
    let grave = |of: &Flag| matches!(of, Flag::PullsStrong { .. } | Flag::Backwards);
    let open = numbers.flags.iter().any(grave);
    let flags = numbers.flags.iter().map(|of| view! { <p>{flag(texts, *of)}</p> });
    let flags = (!numbers.flags.is_empty()).then(|| {
        view! { <div class="notice" data-kind="warn">{flags.collect_view()}</div> }
    });
    let view = view! {
        <details class="fold" open=open>
            <summary>{title(visitor, asked)}</summary>
            {flags}
            <Table label=title(visitor, asked) columns rows />
        </details>
    };
    Some(view.into_any())
}

fn row(visitor: &Visitor, asked: &Asked, pick: &Pick, option: &ChoiceOption) -> Row {
    let texts = visitor.texts;
    let text = plain_text(option.text.get(&visitor.lang()));
    let right = pick
        .right
        .then(|| view! { " " <span class="chip" data-tone="jade">{t!(texts, "report-right")}</span> });
    let percent = t!(
        texts,
        "report-percent",
        n = share(pick.times, asked.version.answers)
    );
    let pull = pick.pull.map(|pull| pull.to_string());
    let text = format!("{} {text}", letter(pick.option));
    Row::new([
        view! { {text} {right} }.into_any(),
        pick.times.into_any(),
        percent.into_any(),
        pull.unwrap_or_else(|| "–".to_owned()).into_any(),
    ])
}
