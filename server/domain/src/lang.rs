//! Languages of content and interface, and texts that exist in several of them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A BCP 47 language tag as the site writes it, such as `zh-CN` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lang(String);

impl Lang {
    /// The language, when the text has the form of a language tag: letters, then groups of letters and digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let first = parts.next()?;
        let primary = (2..=8).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic());
        let rest = parts
            .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
        (primary && rest).then(|| Self(text.to_owned()))
    }

    /// Simplified Chinese, the default.
    #[must_use]
    pub fn chinese() -> Self {
        Self("zh-CN".to_owned())
    }

    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in the default language and, where they exist, its translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    default: String,
    translations: Vec<(Lang, String)>,
}

impl Text {
    /// A text in the default language only.
    pub fn new(default: impl Into<String>) -> Self {
        Self {
            default: default.into(),
            translations: Vec::new(),
        }
    }

    /// Adds or replaces one translation.
    pub fn translate(&mut self, lang: &Lang, text: impl Into<String>) {
        self.translations.retain(|(known, _)| known != lang);
        self.translations.push((lang.clone(), text.into()));
    }

    /// The text in `lang`, or in the default language when there is no translation.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> &str {
        self.translations
            .iter()
            .find(|(known, _)| known == lang)
            .map_or(&self.default, |(_, text)| text)
    }

    /// The text in the default language.
    #[must_use]
    pub fn default(&self) -> &str {
        &self.default
    }

    /// The languages it is translated into.
    pub fn languages(&self) -> impl Iterator<Item = &Lang> {
        self.translations.iter().map(|(lang, _)| lang)
    }

    /// Every wording there is, the default first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.default.as_str()).chain(self.translations.iter().map(|(_, text)| text.as_str()))
    }
}

/// A message for people in the two languages of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The wording for a reader of `lang`: Chinese for any `zh`, else English.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> &str {
        if lang.as_str().starts_with("zh") {
            &self.zh
        } else {
            &self.en
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_a_form() {
        for good in ["zh-CN", "en", "zh-Hans-CN", "de-1996"] {
            assert!(Lang::parse(good).is_some(), "{good}");
        }
        for bad in ["", "e", "en_US", "中文", "en-", "-en"] {
            assert!(Lang::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_missing_translation_falls_back_to_the_default() {
        let mut text = Text::new("你好");
        text.translate(&Lang::english(), "hello");
        assert_eq!(text.get(&Lang::english()), "hello");
        assert_eq!(text.get(&Lang::chinese()), "你好");
    }
}
