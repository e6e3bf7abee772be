use domain::time::Moment;
use store::{
    StoreError, Tx,
    idempotency::{self, Once},
};

/// Whether a form is sent for the first time. Its key is kept in the transaction of its work.
pub(crate) async fn first(tx: &mut Tx, key: &str, account: &str, now: Moment) -> Result<bool, StoreError> {
    if key.is_empty() {
        return Ok(true);
    }
    let once = idempotency::once(tx, key, account).await?;
    if once == Once::First {
        idempotency::keep(tx, key, account, "", now).await?;
    }
    Ok(once == Once::First)
}
