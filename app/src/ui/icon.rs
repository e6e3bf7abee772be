//! The icons of the interface: 24 px strokes in the text's colour. Each says a thing the word beside it says too.

use leptos::{prelude::*, tachys::html::InertElement};

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it stands for")]
pub enum Picture {
    Today,
    Learn,
    Practise,
    Phrases,
    Me,
    Classes,
    Learners,
    Ratings,
    Content,
    Interviews,
    Candidates,
    Schedule,
    Kits,
    Reports,
    Team,
    Approvals,
    Probation,
    Quality,
    Accounts,
    Roles,
    Interfaces,
    System,
    Audit,
    Search,
    Language,
    SignOut,
    Theme,
    More,
    Clock,
    Flag,
    Microphone,
    HangUp,
    Back,
    Forward,
}

impl Picture {
    const fn paths(self) -> &'static str {
        match self {
            Self::Today => concat!(
                r#"<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4M8.5 15l2.2 2.2L15.5 "#,
                r#"13"/>"#,
            ),
            Self::Learn => concat!(
                r#"<path d="M12 6.5C10 5 7 4.5 3.5 5v13c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5zM12"#,
                r#" 6.5v13"/>"#,
            ),
            Self::Practise => r#"<path d="M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-4"/>"#,
            Self::Phrases => r#"<path d="M5 4h14v13H11l-4 4v-4H5z"/><path d="M9 9h6M9 12.5h4"/>"#,
            Self::Me => {
                r#"<circle cx="12" cy="8" r="4"/><path d="M4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5"/>"#
            }
            Self::Classes => r#"<path d="M3 9l9-4 9 4-9 4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6"/>"#,
            Self::Learners => concat!(
                r#"<circle cx="9" cy="8" r="3.5"/><path d="M2.5 19.5c.7-3.6 3.2-5 6.5-5s5.8 1.4 6.5 5M15.5 4.8a3.5 3.5 "#,
                r#"0 0 1 0 6.4M18 14.8c2 .7 3.1 2.2 3.5 4.7"/>"#,
            ),
            Self::Ratings => r#"<path d="M5 4h10l4 4v12H5zM15 4v4h4"/><path d="M8.5 14.5l2.5 2.5 4.5-5"/>"#,
            Self::Content => r#"<path d="M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3M13 20h7"/>"#,
            Self::Interviews => {
                r#"<path d="M4 4h16v11h-7l-4 4v-4H4z"/><path d="M8 9.5h.01M12 9.5h.01M16 9.5h.01"/>"#
            }
            Self::Candidates => concat!(
                r#"<rect x="5" y="3.5" width="14" height="17" rx="2"/><circle cx="12" cy="10" r="2.5"/><path d="M8.5 17"#,
                r#"c.5-2 1.7-2.7 3.5-2.7s3 .7 3.5 2.7"/>"#,
            ),
            Self::Schedule => {
                r#"<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4M12 13v3h2.5"/>"#
            }
            Self::Kits => concat!(
                r#"<path d="M8 5H5v16h14V5h-3"/><rect x="8" y="3" width="8" height="4" rx="1"/><path d="M8.5 12h7M8.5 1"#,
                r#"6h4"/>"#,
            ),
            Self::Reports => r#"<path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6"/>"#,
            Self::Team => concat!(
                r#"<circle cx="12" cy="7" r="3"/><circle cx="5.5" cy="10.5" r="2"/><circle cx="18.5" cy="10.5" r="2"/><"#,
                r#"path d="M7 19c.3-3.5 2-5 5-5s4.7 1.5 5 5M2.5 18c.2-2.2 1.2-3.5 3-3.5M21.5 18c-.2-2.2-1.2-3.5-3-3.5"/"#,
                r#">"#,
            ),
            Self::Approvals => {
                r#"<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/><path d="M8.5 12l2.5 2.5 4.5-5"/>"#
            }
            Self::Probation => r#"<path d="M7 3h10M7 21h10M8 3v4l4 5-4 5v4M16 3v4l-4 5 4 5v4"/>"#,
            Self::Quality => concat!(
                r#"<path d="M5 13v-1a7 7 0 0 1 14 0v1"/><rect x="3.5" y="13" width="4" height="6" rx="1.5"/><rect x="16"#,
                r#".5" y="13" width="4" height="6" rx="1.5"/><path d="M18.5 19c0 1.5-1.5 2-4 2"/>"#,
            ),
            Self::Accounts => concat!(
                r#"<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="11" r="2"/><path d="M6 16c.4-1.5"#,
                r#" 1.4-2 3-2s2.6.5 3 2M15 10h3M15 14h3"/>"#,
            ),
            Self::Roles => {
                r#"<rect x="3.5" y="8" width="17" height="11" rx="2"/><path d="M9 8V5h6v3M3.5 13h17M12 12v2"/>"#
            }
            Self::Interfaces => r#"<path d="M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"/>"#,
            Self::System => {
                r#"<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>"#
            }
            Self::Audit => concat!(
                r#"<path d="M6 3h9l4 4v5M6 3v18h5M9.5 9h5M9.5 13h2"/><circle cx="16" cy="17" r="3"/><path d="M18.2 19.2"#,
                r#" 21 22"/>"#,
            ),
            Self::Search => r#"<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>"#,
            Self::Language => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17"/>"#
            }
            Self::SignOut => r#"<path d="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5"/>"#,
            Self::Theme => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>"#
            }
            Self::More => r#"<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>"#,
            Self::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>"#,
            Self::Flag => r#"<path d="M6 21V4h12l-3 4.5L18 13H6"/>"#,
            Self::Microphone => {
                r#"<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>"#
            }
            Self::HangUp => r#"<path d="M3 14c0-6 18-6 18 0v2h-5v-3c-2.5-.8-5.5-.8-8 0v3H3z"/>"#,
            Self::Back => r#"<path d="M14.5 5.5 8 12l6.5 6.5"/>"#,
            Self::Forward => r#"<path d="M9.5 5.5 16 12l-6.5 6.5"/>"#,
        }
    }
}

/// Begins each of them. A page has a dozen: written as it is, none costs more than its text.
const OPEN: &str = concat!(
    r#"<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" "#,
    r#"stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">"#,
);

/// A picture that screen readers skip.
#[component]
pub fn Icon(
    /// Which one.
    picture: Picture,
) -> AnyView {
    InertElement::new([OPEN, picture.paths(), "</svg>"].concat()).into_any()
}

/// The sign of the house: a lamp over a line.
#[component]
pub fn Mark() -> AnyView {
    view! {
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="8" fill="currentColor" />
            <path d="M8 20a8 8 0 0 1 16 0z" fill="var(--paper)" />
            <path d="M6 24.5h20" stroke="var(--paper)" stroke-width="2" stroke-linecap="round" />
        </svg>
    }
    .into_any()
}
