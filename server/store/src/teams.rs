//! Teams: the people of one supervisor.

use crate::actors::KeepsAccounts;
use crate::caches::Effect;
use crate::chance;
use crate::error::{StoreError, unique};
use crate::open::Store;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// The people of one supervisor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// UUIDv7 as text.
    pub id: String,
    /// Unique.
    pub name: String,
    /// The account of who leads it.
    pub supervisor: Option<String>,
}

/// Adds a team and returns its id.
///
/// # Errors
/// [`StoreError::DuplicateTeam`] when the name is taken.
pub async fn add(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    name: &str,
    supervisor: Option<&str>,
    now: Moment,
) -> Result<String, StoreError> {
    let id = chance::id(now)?;
    sqlx::query("INSERT INTO team (id, name, supervisor) VALUES ($1, $2, $3)")
        .bind(id.as_str())
        .bind(name)
        .bind(supervisor)
        .execute(&mut tx.conn)
        .await
        .map_err(unique(StoreError::DuplicateTeam))?;
    Ok(id)
}

/// Sets who leads a team.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such team.
pub async fn lead(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    team: &str,
    supervisor: Option<&str>,
) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE team SET supervisor = $1 WHERE id = $2")
        .bind(supervisor)
        .bind(team)
        .execute(&mut tx.conn)
        .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("team"));
    }
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}

/// All teams by name.
///
/// # Errors
/// When the database fails.
pub async fn list(store: &Store) -> Result<Vec<Team>, StoreError> {
    let rows = sqlx::query("SELECT id, name, supervisor FROM team ORDER BY name")
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(team).collect()
}

fn team(row: &AnyRow) -> Result<Team, StoreError> {
    Ok(Team {
        id: row.text("id")?,
        name: row.text("name")?,
        supervisor: row.maybe_text("supervisor")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn a_team_has_a_name_of_its_own_and_somebody_who_leads_it() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let lead_id = temp.account(&store, "lin", "supervisor").await;
        let add = || store.write(|tx| Box::pin(async { add(tx, &Operator::new(), "A", None, NOW).await }));
        let id = add().await.unwrap();
        assert!(matches!(add().await, Err(StoreError::DuplicateTeam)));
        let (team, supervisor) = (id.clone(), lead_id.clone());
        store
            .write(move |tx| {
                Box::pin(async move { lead(tx, &Operator::new(), &team, Some(&supervisor)).await })
            })
            .await
            .unwrap();
        let teams = list(&store).await.unwrap();
        assert_eq!(
            teams,
            [Team {
                id,
                name: "A".to_owned(),
                supervisor: Some(lead_id)
            }]
        );
        let missing = store
            .write(|tx| Box::pin(async { lead(tx, &Operator::new(), "nobody", None).await }))
            .await;
        assert!(matches!(missing, Err(StoreError::NotFound("team"))));
    }
}
