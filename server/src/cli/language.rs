use std::env;

use clap::ValueEnum;
use domain::lang::{Lang, Words};

/// The language in which a command says what is wrong with content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Simplified Chinese.
    #[value(name = "zh-CN", alias = "zh")]
    Chinese,
    /// English.
    #[value(name = "en")]
    English,
}

impl Language {
    /// The one asked for, else that of the terminal, else Chinese, as everywhere in the product.
    pub(super) fn or_terminal(asked: Option<Self>) -> Self {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let set = variables.into_iter().filter_map(|name| env::var(name).ok());
        asked.unwrap_or_else(|| {
            Self::of_locale(
                &set.into_iter()
                    .find(|value| !value.is_empty())
                    .unwrap_or_default(),
            )
        })
    }

    fn of_locale(locale: &str) -> Self {
        if locale.starts_with("en") {
            Self::English
        } else {
            Self::Chinese
        }
    }

    /// The same as content names it.
    pub(super) fn lang(self) -> Lang {
        match self {
            Self::Chinese => Lang::chinese(),
            Self::English => Lang::english(),
        }
    }

    /// The words in this language.
    pub(super) fn of(self, words: &Words) -> &str {
        match self {
            Self::Chinese => &words.zh,
            Self::English => &words.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_in_english_gets_english_and_any_other_chinese() {
        assert_eq!(Language::of_locale("en_GB.UTF-8"), Language::English);
        assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
        assert_eq!(Language::of_locale("C.UTF-8"), Language::Chinese);
        assert_eq!(Language::of_locale(""), Language::Chinese);
    }
}
