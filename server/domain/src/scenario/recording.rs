//! Answers that are spoken: what a recording may be, and a moment in it.

/// The longest recording, in seconds.
pub const LONGEST: u32 = 120;

/// The largest recording, in bytes: two minutes of speech are half a megabyte, and not every browser saves.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// A kind of sound that browsers record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// Chromium's.
    Webm,
    /// Firefox's.
    Ogg,
    /// Safari's.
    Mp4,
}

impl Sound {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webm => "audio/webm",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "audio/mp4",
        }
    }

    /// The kind with this media type; what follows a semicolon, such as the codec, does not matter.
    #[must_use]
    pub fn of_media_type(text: &str) -> Option<Self> {
        let name = text.split(';').next().unwrap_or_default().trim();
        let all = [Self::Webm, Self::Ogg, Self::Mp4];
        all.into_iter()
            .find(|sound| name.eq_ignore_ascii_case(sound.media_type()))
    }

    /// Whether bytes begin as this kind does: a name alone proves nothing.
    #[must_use]
    pub fn begins(self, bytes: &[u8]) -> bool {
        match self {
            Self::Webm => bytes.starts_with(&[0x1a, 0x45, 0xdf, 0xa3]),
            Self::Ogg => bytes.starts_with(b"OggS"),
            Self::Mp4 => bytes.get(4..8) == Some(b"ftyp"),
        }
    }
}

/// How much later than its limit a browser may stop, in milliseconds: it looks at the clock now and then.
const SLACK: u32 = 3000;

/// The length of a recording, in milliseconds: what the browser says. None for none at all, and for one that is longer than
/// it may be.
#[must_use]
pub fn length(said: u32) -> Option<u32> {
    let limit = LONGEST * 1000;
    (1..=limit + SLACK).contains(&said).then(|| said.min(limit))
}

/// A moment or a length as people write it: `1:05`.
#[must_use]
pub fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The seconds of a moment written as `1:05`, `01:05` or, in Chinese typing, `1：05`. None for anything else.
#[must_use]
pub fn moment(text: &str) -> Option<u32> {
    let (minutes, seconds) = text.trim().split_once([':', '：'])?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&minutes.len()) || seconds.len() != 2 || !digits(minutes) || !digits(seconds) {
        return None;
    }
    let (minutes, seconds): (u32, u32) = (minutes.parse().ok()?, seconds.parse().ok()?);
    (seconds < 60).then_some(minutes * 60 + seconds)
}

/// Whether a moment lies in a recording of so many milliseconds.
#[must_use]
pub fn is_within(seconds: u32, millis: u32) -> bool {
    u64::from(seconds) * 1000 <= u64::from(millis)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_kind_is_told_by_name_and_by_its_first_bytes() {
        let webm = Sound::of_media_type("Audio/WebM; codecs=opus");
        assert_eq!(webm, Some(Sound::Webm));
        assert_eq!(Sound::of_media_type("audio/ogg"), Some(Sound::Ogg));
        for other in ["", "audio/wav", "video/webm", "text/html; audio/webm"] {
            assert_eq!(Sound::of_media_type(other), None, "{other}");
        }
        assert!(Sound::Webm.begins(b"\x1a\x45\xdf\xa3\x01") && !Sound::Webm.begins(b"<html>"));
        assert!(Sound::Ogg.begins(b"OggS\0") && !Sound::Ogg.begins(b""));
        assert!(Sound::Mp4.begins(b"\0\0\0\x1cftypiso5") && !Sound::Mp4.begins(b"ftyp"));
    }

    #[test]
    fn a_moment_is_minutes_and_seconds() {
        assert_eq!(moment(" 1:05 "), Some(65));
        assert_eq!(moment("00:07"), Some(7));
        assert_eq!(moment("0：59"), Some(59));
        for wrong in [
            "", "5", "0:5", "0:60", "-1:00", "1:005", "a:bc", "１:05", "100:00", "1:2:03",
        ] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
        assert!(is_within(12, 12_000) && !is_within(13, 12_999) && is_within(0, 1));
    }

    #[test]
    fn what_a_browser_says_is_bounded() {
        assert_eq!(
            (length(0), length(900), length(u32::MAX)),
            (None, Some(900), None)
        );
        assert_eq!((length(122_900), length(123_001)), (Some(120_000), None));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(seconds in 0_u32..6000) {
            prop_assert_eq!(moment(&minutes(seconds)), Some(seconds));
        }

        #[test]
        fn no_text_stops_it(text in "\\PC{0,8}") {
            if let Some(seconds) = moment(&text) {
                prop_assert!(seconds < 6000);
            }
        }
    }
}
