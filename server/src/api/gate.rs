use std::sync::Arc;

use app::site::Site;
use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use domain::{content::Library, gate, time::Moment};
use serde::Deserialize;
use store::{accounts, evidence, releases};

use super::{bearer::Bearer, problem::Problem, report::GateAnswer};
use crate::clock;

/// What can be asked beside the address.
#[derive(Deserialize)]
pub(super) struct Asked {
    as_of: Option<String>,
}

/// `GET /api/v1/roles/{role}/people/{login}/gate`
///
/// With `as_of` in the past the answer is the one given then: by the evidence recorded and the release current
/// by that moment. Ahead of now it is what holds if nothing is added until then.
pub(super) async fn answer(
    _bearer: Bearer,
    State(site): State<Arc<Site>>,
    path: Result<Path<(String, String)>, PathRejection>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<GateAnswer>, Problem> {
    let Path((role, login)) = path.map_err(|_| Problem::NoSuchPerson)?;
    let Query(asked) = query.map_err(|_| Problem::BadTime)?;
    let (library, as_of) = match asked.as_of {
        None => (site.libraries.current(), site.now()),
        Some(time) => {
            let as_of = clock::parse_iso(&time).ok_or(Problem::BadTime)?;
            (library(&site, as_of).await?, as_of)
        }
    };
    let role = library.roles.get(&role).ok_or(Problem::NoSuchPerson)?;
    let account = accounts::by_login(&site.store, &login)
        .await
        .map_err(|error| Problem::failed(&error))?
        .ok_or(Problem::NoSuchPerson)?;
    let entries = evidence::of_person(&site.store, &account.person)
        .await
        .map_err(|error| Problem::failed(&error))?;
    let report =
        gate::report(role, &*library, &entries, as_of, &*site.calendar).ok_or(Problem::NoSuchPerson)?;
    Ok(Json(GateAnswer::new(
        report,
        &account.login,
        library.release,
        as_of,
    )))
}

/// The content that was current at a moment; before the first release nobody had a role.
async fn library(site: &Site, moment: Moment) -> Result<Arc<Library>, Problem> {
    let release = releases::as_of(&site.store, moment)
        .await
        .map_err(|error| Problem::failed(&error))?
        .ok_or(Problem::NoSuchPerson)?;
    let library = site.libraries.at(&site.store, release.address).await;
    library.map_err(|error| Problem::failed(&error))
}
