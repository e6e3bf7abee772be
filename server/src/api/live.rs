use std::sync::Arc;

use app::site::Site;
use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
};
use domain::gate;
use serde::Serialize;
use store::{StoreError, evidence, people};

use super::{bearer::Bearer, problem::Problem};
use crate::clock;

/// Everybody who may serve in a role now.
#[derive(Serialize)]
pub(super) struct LiveAnswer {
    role: String,
    as_of: String,
    release: String,
    people: Vec<LivePerson>,
}

#[derive(Serialize)]
struct LivePerson {
    /// The sign-in name; none when the person has no account.
    login: Option<String>,
    /// `supervised` or `live`.
    status: &'static str,
    since: String,
    /// The end of the certificate's validity, when it has one.
    until: Option<String>,
}

/// `GET /api/v1/roles/{role}/live`
pub(super) async fn answer(
    _bearer: Bearer,
    State(site): State<Arc<Site>>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<LiveAnswer>, Problem> {
    let Path(role) = path.map_err(|_| Problem::NoSuchRole)?;
    let people = live(&site, &role)
        .await
        .map_err(|error| Problem::failed(&error))?;
    people.map(Json).ok_or(Problem::NoSuchRole)
}

async fn live(site: &Site, role: &str) -> Result<Option<LiveAnswer>, StoreError> {
    let (library, now) = (site.libraries.current(), site.now());
    let Some(role) = library.roles.get(role) else {
        return Ok(None);
    };
    let of_role = people::of_role(&site.store, &role.head.id).await?;
    let ids: Vec<String> = of_role.iter().map(|person| person.id.clone()).collect();
    let entries = evidence::of_people(&site.store, &ids).await?;
    let live = of_role.into_iter().filter_map(|person| {
        let report = gate::report(role, &*library, entries.get(&person.id)?, now, &*site.calendar)?;
        report.live.then(|| LivePerson {
            login: person.login,
            status: report.status.as_str(),
            since: clock::iso(report.since),
            until: report.until.map(clock::iso),
        })
    });
    Ok(Some(LiveAnswer {
        role: role.head.id.clone(),
        as_of: clock::iso(now),
        release: library.release.to_string(),
        people: live.collect(),
    }))
}
