//! Charts, drawn as SVG on the server; each stands beside a table with the same numbers.

use domain::{
    content::values::Percent,
    quiz::statistics::{BARS, Numbers, Whole},
};
use leptos::prelude::*;

use crate::{t, texts::Texts};

/// As wide as a small phone, so that its letters stay large enough there.
const WIDTH: usize = 360;
/// Where the bars stand.
const FLOOR: usize = 170;
/// How high the highest is.
const HIGHEST: usize = 140;

/// How many scores lie in each tenth, with a line at the pass mark.
pub(super) fn distribution(texts: Texts, whole: &Whole, pass: Percent) -> AnyView {
    let most = whole.distribution.iter().copied().max().unwrap_or(0).max(1);
    let step = WIDTH / BARS;
    let bars = whole.distribution.iter().enumerate().map(|(bar, count)| {
        let height = HIGHEST * count / most;
        let (left, middle, top) = (bar * step, bar * step + step / 2, FLOOR - height);
        let label = (*count > 0).then(|| {
            view! { <text x=middle y=top - 4 text-anchor="middle">{*count}</text> }
        });
        view! {
            <rect class="bar" x=left + 3 y=top width=step - 6 height=height></rect>
            {label}
        }
    });
    let bars = bars.collect_view();
    let marks = (0..=BARS).step_by(2).map(|mark| {
        let anchor = match mark {
            0 => "start",
            BARS => "end",
            _ => "middle",
        };
        view! { <text x=mark * step y=FLOOR + 18 text-anchor=anchor>{mark * 10}</text> }
    });
    let marks = marks.collect_view();
    let at = usize::try_from(pass.0.0).unwrap_or(0) * WIDTH / 100_000;
    let label = t!(
        texts,
        "report-chart-scores",
        passed = whole.passed,
        pass = pass.0.shown()
    );
    view! {
        <figure class="chart">
            <svg viewBox=format!("0 0 {WIDTH} {}", FLOOR + 24) role="img" aria-label=label>
                {bars}
                <line class="axis" x1="0" y1=FLOOR x2=WIDTH y2=FLOOR></line>
                <line class="mark-line" x1=at y1="4" x2=at y2=FLOOR></line>
                {marks}
            </svg>
            <figcaption>{t!(texts, "report-chart-caption", pass = pass.0.shown())}</figcaption>
        </figure>
    }
    .into_any()
}

/// How high the row of a question is.
const ROW: usize = 24;
/// How wide the longest bar is, of a facility of 1.
const LONGEST: usize = 260;

/// The facility of each question, by its place in the quiz.
pub(super) fn facilities(texts: Texts, questions: &[(usize, &Numbers)]) -> AnyView {
    let bars = questions.iter().enumerate().map(|(row, (place, numbers))| {
        let width = LONGEST * usize::try_from(numbers.facility.0).unwrap_or(0) / 1000;
        let (top, text) = (row * ROW + 4, row * ROW + 17);
        view! {
            <text x="28" y=text text-anchor="end">{*place}</text>
            <rect class="bar" x="36" y=top width=width height=ROW - 8></rect>
            <text x=width + 42 y=text>{numbers.facility.to_string()}</text>
        }
    });
    let bars = bars.collect_view();
    view! {
        <figure class="chart">
            <svg
                viewBox=format!("0 0 {WIDTH} {}", questions.len() * ROW + 4)
                role="img"
                aria-label=t!(texts, "report-chart-facilities")
            >
                {bars}
            </svg>
            <figcaption>{t!(texts, "report-chart-facilities")}</figcaption>
        </figure>
    }
    .into_any()
}
