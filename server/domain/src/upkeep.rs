//! What keeping the data safe asks for, and when.

use crate::time::Moment;

/// How old the last backup may be, in days.
pub const BACKUP_DAYS: i64 = 7;

/// How long ago the data may have been looked through, in days.
pub const CHECK_DAYS: i64 = 31;

/// One thing to do, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The last look found this many faults.
    Faults(i64),
    /// There is no backup younger than [`BACKUP_DAYS`].
    Backup,
    /// Nobody looked for longer than [`CHECK_DAYS`].
    Check,
}

/// What is due: `backup` is when the last one was written, `check` when the data was last looked through, and how many
/// faults were found.
#[must_use]
pub fn due(backup: Option<Moment>, check: Option<(Moment, i64)>, now: Moment) -> Vec<Due> {
    let is_old = |at: Option<Moment>, days: i64| at.is_none_or(|at| now.seconds_since(at) > days * 24 * 3600);
    let (checked, faults) = check.unzip();
    let faults = faults.filter(|faults| *faults > 0).map(Due::Faults);
    let backup = is_old(backup, BACKUP_DAYS).then_some(Due::Backup);
    let check = is_old(checked, CHECK_DAYS).then_some(Due::Check);
    [faults, backup, check].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3600;
    const NOW: Moment = Moment(1_800_000_000_000_000);

    fn ago(days: i64, seconds: i64) -> Moment {
        NOW.plus_seconds(-(days * DAY + seconds))
    }

    #[test]
    fn what_never_happened_is_due() {
        assert_eq!(due(None, None, NOW), [Due::Backup, Due::Check]);
    }

    #[test]
    fn to_the_second() {
        assert_eq!(due(Some(ago(7, 0)), Some((ago(31, 0), 0)), NOW), []);
        assert_eq!(due(Some(ago(7, 1)), Some((ago(31, 0), 0)), NOW), [Due::Backup]);
        assert_eq!(due(Some(ago(7, 0)), Some((ago(31, 1), 0)), NOW), [Due::Check]);
    }

    #[test]
    fn faults_come_first_however_fresh_the_look() {
        assert_eq!(due(Some(NOW), Some((NOW, 2)), NOW), [Due::Faults(2)]);
        assert_eq!(due(None, Some((NOW, 1)), NOW), [Due::Faults(1), Due::Backup]);
    }
}
