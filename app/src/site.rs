//! What all requests share: the store, the published content, the clock.

use std::{io, sync::Arc};

use domain::{
    content::source::File,
    time::{Calendar, Moment},
};
use store::Store;

use crate::{
    forms::Flashes,
    learn::FirstSent,
    libraries::Libraries,
    missed::MissedSearches,
    sign_in::{Limits, Passwords},
};

/// One running service.
pub struct Site {
    /// All that is kept.
    pub store: Store,
    /// The published content, in memory.
    pub libraries: Libraries,
    /// Counts months and days in the site's time zone, and writes moments for people.
    pub calendar: Arc<dyn SiteCalendar>,
    /// The clock. Tests set their own.
    pub clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Reads the content folder the server was started with, for the content page.
    pub content_folder: Arc<dyn Fn() -> io::Result<Vec<File>> + Send + Sync>,
    /// Messages on their way from a form to the next page.
    pub flashes: Flashes,
    /// When lessons that take a time were first opened.
    pub first_sent: FirstSent,
    /// What was searched for and not found, until it is written down.
    pub missed: MissedSearches,
    /// How often people tried to sign in.
    pub limits: Limits,
    /// Hashes and verifies passwords.
    pub passwords: Passwords,
    /// Whether this is a demo with known passwords.
    pub demo: bool,
    /// The address people type, without a slash at its end.
    pub public_url: String,
    /// For how many days recordings of spoken answers are kept.
    pub keep_recordings: u32,
}

impl Site {
    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Whether browsers reach the site through TLS, so that cookies must be `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// A calendar that also writes moments for people, in the site's time zone.
pub trait SiteCalendar: Calendar + Send + Sync {
    /// `2027-03-04`.
    fn date(&self, moment: Moment) -> String;
    /// `2027-03-04 10:12`.
    fn date_time(&self, moment: Moment) -> String;
    /// The moment of a local `2027-03-04T10:12`, as browsers send it from a date-and-time field.
    fn parse_local(&self, text: &str) -> Option<Moment>;
    /// The hour of the day, 0 to 23.
    fn hour(&self, moment: Moment) -> i8;
    /// The first moment of the local day.
    fn start_of_day(&self, moment: Moment) -> Moment;
}
