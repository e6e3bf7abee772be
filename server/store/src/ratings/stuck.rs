//! What waits for a rater whom nobody can be.

use super::sql::may_rate;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::time::Moment;

/// Essays and replies that wait although no active trainer may rate them: each is the author, or has rated it before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// How many.
    pub count: usize,
    /// When the first of them was handed in.
    pub since: Moment,
}

/// Whether anything waits for a rater whom nobody can be, for everybody who can do something about it: it says nothing of
/// whose it is. It goes on waiting: no result is made up for want of people.
///
/// # Errors
/// When the database fails.
pub async fn stuck(store: &Store) -> Result<Option<Stuck>, StoreError> {
    let row = sqlx::query(concat!(
        "SELECT count(*) AS n, CAST(min(w.since) AS BIGINT) AS since FROM (
             SELECT a.id, q.position AS part, a.person, a.submitted AS since
             FROM attempt a JOIN attempt_question q ON q.attempt = a.id
             WHERE a.state = 'pending' AND q.mark IS NULL AND q.raters > (
                 SELECT count(*) FROM rating r
                 WHERE r.attempt = a.id AND r.part = q.position AND r.replaces IS NULL)
             UNION ALL
             SELECT y.id, e.reply AS part, y.person, coalesce(d.at, y.finished) AS since
             FROM play y JOIN play_event e ON e.play = y.id LEFT JOIN dispute d ON d.play = y.id AND d.withdrawn IS NULL
             WHERE y.state = 'pending' AND e.waiting = 1 AND e.raters > (
                 SELECT count(*) FROM rating r
                 WHERE r.play = y.id AND r.part = e.reply AND r.replaces IS NULL)
             UNION ALL
             SELECT y.id, -1 AS part, y.person, y.finished AS since
             FROM play y WHERE y.state = 'pending' AND y.verdict = 'waiting'
         ) w JOIN person p ON p.id = w.person WHERE p.erased IS NULL AND NOT EXISTS (
             SELECT 1 FROM account t
             WHERE t.person <> w.person AND ",
        may_rate!(),
        "      AND NOT EXISTS (
                 SELECT 1 FROM rating r
                 WHERE (r.attempt = w.id OR r.play = w.id) AND r.part = w.part AND r.rater = t.id))"
    ))
    .fetch_one(store.readers())
    .await?;
    let count = usize::try_from(row.int("n")?).unwrap_or(0);
    Ok(row.maybe_moment("since")?.map(|since| Stuck { count, since }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{essays, given, grade, learner, trainer};
    use super::super::{Judged, rate_essay};
    use super::*;
    use crate::accounts;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn what_nobody_may_rate_is_told_until_somebody_may() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = learner(&temp, &store, "anna").await;
        assert_eq!(stuck(&store).await.unwrap(), None, "nothing waits");
        let id = essays(&store, &anna).await;
        let all = Some(Stuck { count: 2, since: NOW });
        assert_eq!(stuck(&store).await.unwrap(), all, "nobody rates himself");
        let (tina, tom) = (
            trainer(&temp, &store, "tina").await,
            trainer(&temp, &store, "tom").await,
        );
        assert_eq!(stuck(&store).await.unwrap(), None);
        let (by, attempt) = (tina.clone(), id.clone());
        let work = store.write(move |tx| {
            Box::pin(async move {
                rate_essay(tx, &by, &attempt, 0, &given(1), NOW, |attempt, _, _| Judged {
                    graded: grade(attempt, &[]),
                    wanted: vec![(0, 2)],
                })
                .await
            })
        });
        work.await.unwrap();
        assert_eq!(stuck(&store).await.unwrap(), None, "the other one may");
        temp.disable(&store, &tom.account).await;
        let one = Some(Stuck { count: 1, since: NOW });
        assert_eq!(
            stuck(&store).await.unwrap(),
            one,
            "the second essay is still anybody's"
        );
        let enable = store.write(move |tx| {
            Box::pin(async move { accounts::enable(tx, &Operator::new(), &tom.account).await })
        });
        enable.await.unwrap();
        assert_eq!(stuck(&store).await.unwrap(), None);
    }
}
