//! What people searched for and did not find, counted by the words and the day. Nobody is named.

use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;

/// Words that were searched for and not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// As they are compared: folded.
    pub words: String,
    /// How often.
    pub times: i64,
    /// The last day, `2027-03-04` in the site's time zone.
    pub last: String,
}

/// Adds to what was counted on a day, `2027-03-04`.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, day: &str, words: &str, times: u32) -> Result<(), StoreError> {
    let sql = "INSERT INTO missed_search (day, words, times) VALUES ($1, $2, $3)
               ON CONFLICT (day, words) DO UPDATE SET times = missed_search.times + excluded.times";
    sqlx::query(sql)
        .bind(day)
        .bind(words)
        .bind(i64::from(times))
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// Forgets what was counted before a day.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &mut Tx, before: &str) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM missed_search WHERE day < $1")
        .bind(before)
        .execute(&mut tx.conn)
        .await?;
    Ok(done.rows_affected())
}

/// The words missed most often since a day, that day included.
///
/// # Errors
/// When the database fails.
pub async fn since(store: &Store, day: &str, most: u32) -> Result<Vec<Missed>, StoreError> {
    let sql = "SELECT words, CAST(SUM(times) AS INTEGER) AS times, MAX(day) AS last FROM missed_search
               WHERE day >= $1 GROUP BY words ORDER BY 2 DESC, 3 DESC, 1 LIMIT $2";
    let rows = sqlx::query(sql)
        .bind(day)
        .bind(i64::from(most))
        .fetch_all(store.readers())
        .await?;
    let missed = rows.iter().map(|row| {
        Ok(Missed {
            words: row.text("words")?,
            times: row.int("times")?,
            last: row.text("last")?,
        })
    });
    missed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Temp;

    #[tokio::test]
    async fn words_are_counted_by_the_day_and_listed_by_how_often() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let work = store.write(|tx| {
            Box::pin(async move {
                add(tx, "2027-03-01", "保修", 1).await?;
                add(tx, "2027-03-02", "保修", 2).await?;
                add(tx, "2027-03-02", "保修", 1).await?;
                add(tx, "2027-03-02", "warranty", 1).await?;
                add(tx, "2027-01-01", "old", 9).await
            })
        });
        work.await.unwrap();
        let missed = |words: &str, times, last: &str| Missed {
            words: words.to_owned(),
            times,
            last: last.to_owned(),
        };
        let all = since(&store, "2027-03-01", 9).await.unwrap();
        assert_eq!(
            all,
            [
                missed("保修", 4, "2027-03-02"),
                missed("warranty", 1, "2027-03-02")
            ]
        );
        assert_eq!(since(&store, "2027-03-01", 1).await.unwrap().len(), 1);
        let swept = store.write(|tx| Box::pin(async move { sweep(tx, "2027-03-02").await }));
        assert_eq!(swept.await.unwrap(), 2);
        assert_eq!(since(&store, "2020-01-01", 9).await.unwrap()[0].times, 3);
    }
}
