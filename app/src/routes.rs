//! The table of pages.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::pages::{
    NotFound, Problem,
    admin::{AccountPage, Accounts, AddAccountPage, Teams, Tokens},
    approvals::Approvals,
    calibration::{Calibration, Calibrations, NewCalibration},
    courses::{Course, Courses, Lesson},
    file::{Certificate, Me, Verify},
    library::{Glossary, KnowledgeEntry, KnowledgeList, Phrases, Policy, Search},
    people::{Attempts, People, PersonFile},
    play::{Play, Scenario},
    practice::{MistakeBook, Practice, PracticeTopic},
    quiz,
    ratings::{OwnRating, OwnRatings, Ratings},
    recruiting::{Candidate, Candidates, Interview},
    regrade::Regrade,
    reports::{QuizReportPage, QuizReports, Reports, ScenarioReportPage},
    session::{Invitation, Password, SignIn},
    studio::{Confirm, ScenarioMap, Studio},
    today::Today,
};

/// Every page and its address.
///
/// All are [`SsrMode::Async`]: out-of-order streaming breaks pages at random where scripts are off.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Today ssr=SsrMode::Async />
                <Route path=path!("/certificates/:number") view=Certificate ssr=SsrMode::Async />
                <Route path=path!("/me") view=Me ssr=SsrMode::Async />
                <Route path=path!("/phrases") view=Phrases ssr=SsrMode::Async />
                <Route path=path!("/policies/:policy") view=Policy ssr=SsrMode::Async />
                <Route path=path!("/practice") view=Practice ssr=SsrMode::Async />
                <Route path=path!("/practice/mistakes") view=MistakeBook ssr=SsrMode::Async />
                <Route path=path!("/practice/topics/:course") view=PracticeTopic ssr=SsrMode::Async />
                <Route path=path!("/knowledge") view=KnowledgeList ssr=SsrMode::Async />
                <Route path=path!("/knowledge/:entry") view=KnowledgeEntry ssr=SsrMode::Async />
                <Route path=path!("/glossary") view=Glossary ssr=SsrMode::Async />
                <Route path=path!("/search") view=Search ssr=SsrMode::Async />
                <Route path=path!("/verify/:number") view=Verify ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignIn ssr=SsrMode::Async />
                <Route path=path!("/password") view=Password ssr=SsrMode::Async />
                <Route path=path!("/courses") view=Courses ssr=SsrMode::Async />
                <Route path=path!("/courses/:course") view=Course ssr=SsrMode::Async />
                <Route path=path!("/courses/:course/:lesson") view=Lesson ssr=SsrMode::Async />
                <Route path=path!("/invitations/:token") view=Invitation ssr=SsrMode::Async />
                <Route path=path!("/attempts/:id") view=quiz::Attempt ssr=SsrMode::Async />
                <Route path=path!("/quizzes/:course/:quiz") view=quiz::Quiz ssr=SsrMode::Async />
                <Route path=path!("/admin") view=Accounts ssr=SsrMode::Async />
                <Route path=path!("/admin/accounts/:login") view=AccountPage ssr=SsrMode::Async />
                <Route path=path!("/admin/add") view=AddAccountPage ssr=SsrMode::Async />
                <Route path=path!("/admin/teams") view=Teams ssr=SsrMode::Async />
                <Route path=path!("/admin/tokens") view=Tokens ssr=SsrMode::Async />
                <Route path=path!("/approvals") view=Approvals ssr=SsrMode::Async />
                <Route path=path!("/people") view=People ssr=SsrMode::Async />
                <Route path=path!("/people/:login") view=PersonFile ssr=SsrMode::Async />
                <Route path=path!("/people/:login/quizzes/:course/:quiz") view=Attempts ssr=SsrMode::Async />
                <Route path=path!("/reports/quizzes/:course/:quiz/regrade") view=Regrade ssr=SsrMode::Async />
                <Route path=path!("/studio") view=Studio ssr=SsrMode::Async />
                <Route path=path!("/studio/confirm") view=Confirm ssr=SsrMode::Async />
                <Route path=path!("/studio/scenarios/:scenario") view=ScenarioMap ssr=SsrMode::Async />
                <Route path=path!("/candidates") view=Candidates ssr=SsrMode::Async />
                <Route path=path!("/candidates/:id") view=Candidate ssr=SsrMode::Async />
                <Route path=path!("/interviews/:id") view=Interview ssr=SsrMode::Async />
                <Route path=path!("/plays/:id") view=Play ssr=SsrMode::Async />
                <Route path=path!("/ratings") view=Ratings ssr=SsrMode::Async />
                <Route path=path!("/ratings/calibrations") view=Calibrations ssr=SsrMode::Async />
                <Route path=path!("/ratings/calibrations/new") view=NewCalibration ssr=SsrMode::Async />
                <Route path=path!("/ratings/calibrations/:id") view=Calibration ssr=SsrMode::Async />
                <Route path=path!("/ratings/mine") view=OwnRatings ssr=SsrMode::Async />
                <Route path=path!("/ratings/mine/:id") view=OwnRating ssr=SsrMode::Async />
                <Route path=path!("/reports") view=Reports ssr=SsrMode::Async />
                <Route path=path!("/reports/quizzes") view=QuizReports ssr=SsrMode::Async />
                <Route path=path!("/reports/quizzes/:course/:quiz") view=QuizReportPage ssr=SsrMode::Async />
                <Route path=path!("/reports/scenarios/:scenario") view=ScenarioReportPage ssr=SsrMode::Async />
                <Route path=path!("/scenarios/:scenario") view=Scenario ssr=SsrMode::Async />
                <Route path=path!("/problem/:kind") view=Problem ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
