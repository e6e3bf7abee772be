//! Light, dark, or as the device says: a choice kept in a cookie, so that the first paint is already right.

use serde::{Deserialize, Serialize};

/// The cookie that holds the choice. No cookie means [`Theme::System`].
pub const COOKIE: &str = "theme";

/// How the pages are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in forms, in the cookie and in `data-theme`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The value of `data-theme` on `<html>`; none leaves the choice to the device.
    #[must_use]
    pub fn attribute(self) -> Option<&'static str> {
        (self != Self::System).then(|| self.as_str())
    }

    /// The choice in a `Cookie` header; an unknown word counts as none.
    #[must_use]
    pub fn from_cookies(header: &str) -> Self {
        header
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE)
            .and_then(|(_, value)| Self::ALL.into_iter().find(|theme| theme.as_str() == value))
            .unwrap_or_default()
    }

    /// The `Set-Cookie` header that remembers the choice for a year, or forgets it.
    #[must_use]
    pub fn set_cookie(self) -> String {
        let (value, seconds) = self
            .attribute()
            .map_or(("", 0), |value| (value, 365 * 24 * 60 * 60));
        format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; SameSite=Lax")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_read_among_other_cookies() {
        assert_eq!(Theme::from_cookies("a=b; theme=dark; c=d"), Theme::Dark);
        assert_eq!(Theme::from_cookies("theme=pink"), Theme::System);
        assert_eq!(Theme::from_cookies(""), Theme::System);
    }

    #[test]
    fn system_forgets_the_cookie() {
        assert_eq!(
            Theme::System.set_cookie(),
            "theme=; Path=/; Max-Age=0; SameSite=Lax"
        );
        assert_eq!(
            Theme::Dark.set_cookie(),
            "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax"
        );
    }
}
