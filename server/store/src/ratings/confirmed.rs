//! Which replies raters found critical, for the report on a scenario.

use super::find::part;
use crate::actors::ReadsReports;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::hash::Hash;
use domain::scenario::raters;
use std::collections::HashMap;

/// Of each assessed play of a version of a scenario that has its result, the replies that count as critical errors, by
/// their numbers; plays without any are left out.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn confirmed(
    store: &Store,
    _by: &impl ReadsReports,
    scenario: &str,
    version: Hash,
) -> Result<HashMap<String, Vec<usize>>, StoreError> {
    let rows = sqlx::query(
        "SELECT r.play, r.part, CAST(sum(r.critical) AS BIGINT) AS confirmed, count(*) AS raters
         FROM rating r JOIN play p ON p.id = r.play
         WHERE p.scenario = $1 AND p.version = $2 AND p.mode = 'assessed' AND p.state = 'final'
           AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id)
         GROUP BY r.play, r.part HAVING sum(r.critical) > 0 ORDER BY r.play, r.part",
    )
    .bind(scenario)
    .bind(version.to_string())
    .fetch_all(store.readers())
    .await?;
    let mut confirmed: HashMap<String, Vec<usize>> = HashMap::new();
    for row in &rows {
        let count = |column| Ok::<_, StoreError>(usize::try_from(row.int(column)?).unwrap_or(0));
        if raters::is_confirmed(count("confirmed")?, count("raters")?) {
            confirmed.entry(row.text("play")?).or_default().push(part(row)?);
        }
    }
    Ok(confirmed)
}
