use leptos::prelude::*;

/// The go-live lamp: shape, word, fact, next step. The same small sign everywhere.
#[component]
pub fn Lamp(
    /// `not-started`, `in-training`, `ready`, `supervised`, `live`, `suspended` or `left`.
    status: &'static str,
    /// The status in a word.
    #[prop(into)]
    word: String,
    /// The fact that matters most, such as "until 2027-03-04".
    #[prop(default = None, into)]
    fact: Option<String>,
    /// What to do next.
    #[prop(default = None, into)]
    next: Option<String>,
    /// How many requirements are met, of how many; drawn while in training.
    #[prop(default = (0, 1))]
    met: (usize, usize),
    /// Whether a live status ends soon: the disc gets a notch.
    #[prop(default = false)]
    ends_soon: bool,
    /// Without a ground of its own, for tables and rows.
    #[prop(default = false)]
    plain: bool,
) -> AnyView {
    view! {
        <span class="lamp" class:plain=plain data-status=status>
            <svg
                viewBox="0 0 20 20"
                width="20"
                height="20"
                aria-hidden="true"
                focusable="false"
                inner_html=shape(status, met, ends_soon)
            ></svg>
            <span class="lamp-text">
                <span class="lamp-word">{word}</span>
                {fact.map(|fact| view! { <span class="lamp-fact">{fact}</span> })}
                {next.map(|next| view! { <span class="lamp-next">{next}</span> })}
            </span>
        </span>
    }
    .into_any()
}

const RING: &str =
    r#"<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.75"/>"#;

/// Dashed ring, filling ring, ring with dot, half disc, disc, disc with bar, slashed ring.
fn shape(status: &str, (n, m): (usize, usize), ends_soon: bool) -> String {
    match status {
        "in-training" => format!(
            concat!(
                r#"<circle class="lamp-track" cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.5"/>"#,
                r#"<circle class="lamp-fill" cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="4" "#,
                r#"pathLength="{m}" stroke-dasharray="{n} {m}" transform="rotate(-90 10 10)"/>"#
            ),
            n = n,
            m = m.max(1)
        ),
        "ready" => {
            format!(r#"{RING}<circle class="lamp-fill" cx="10" cy="10" r="3.25" fill="currentColor"/>"#)
        }
        "supervised" => {
            format!(
                r#"{RING}<path class="lamp-fill" d="M2.75 10a7.25 7.25 0 0 0 14.5 0z" fill="currentColor"/>"#
            )
        }
        "live" if ends_soon => {
            r#"<path class="lamp-fill" d="M10 10V2a8 8 0 1 0 7.6 5.5z" fill="currentColor"/>"#.to_owned()
        }
        "live" => r#"<circle class="lamp-fill" cx="10" cy="10" r="8" fill="currentColor"/>"#.to_owned(),
        "suspended" => concat!(
            r#"<path class="lamp-fill" d="M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM5.5 8.75v2.5h9v-2.5z" "#,
            r#"fill="currentColor" fill-rule="evenodd"/>"#
        )
        .to_owned(),
        "left" => {
            format!(r#"<path d="M15.1 4.9 4.9 15.1" stroke="currentColor" stroke-width="1.75"/>{RING}"#)
        }
        _ => concat!(
            r#"<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.75" "#,
            r#"pathLength="20" stroke-dasharray="1.15 .85"/>"#
        )
        .to_owned(),
    }
}
