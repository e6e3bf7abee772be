//! The words of the interface, from the Fluent files in `app/locales`.
//!
//! One bundle per language, read once; a look-up costs tens of nanoseconds. A test holds the keys of both
//! languages, and the keys the code asks for, against each other.

use std::sync::LazyLock;

use domain::lang::{Lang, Words};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// The Fluent files: the same names in both languages.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every file with its Chinese and its English text.
        pub(crate) const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../locales/zh-CN/", $name, ".ftl")),
            include_str!(concat!("../locales/en/", $name, ".ftl")),
        )),*];
    };
}

files!(
    "common",
    "admin",
    "attempts",
    "calibration",
    "interview",
    "learner",
    "play",
    "practice",
    "quiz",
    "reports",
    "session",
    "supervisor",
    "trainer"
);

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Texts {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

type Bundle = FluentBundle<FluentResource>;

static CHINESE: LazyLock<Bundle> = LazyLock::new(|| bundle("zh-CN", |(_, chinese, _)| chinese));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", |(_, _, english)| english));

/// A broken file keeps its readable part; the test below refuses it before it ships.
fn bundle(tag: &str, pick: fn(&(&'static str, &'static str, &'static str)) -> &'static str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for file in FILES {
        let resource =
            FluentResource::try_new(pick(file).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Texts {
    /// The interface language nearest to a language tag.
    #[must_use]
    pub fn of(lang: &Lang) -> Self {
        if lang.as_str().starts_with("zh") {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// The language tag for `lang` attributes and for content.
    #[must_use]
    pub fn lang(self) -> Lang {
        match self {
            Self::Chinese => Lang::chinese(),
            Self::English => Lang::english(),
        }
    }

    /// A text without variables. An unknown key comes back as it is.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        self.format(key, None)
    }

    /// A text with variables; [`t!`](crate::t) is the short way to call it.
    #[must_use]
    pub fn with<'a>(self, key: &str, values: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let args: FluentArgs<'_> = values.into_iter().collect();
        self.format(key, Some(&args))
    }

    /// A message that exists in both languages, such as the checker's.
    #[must_use]
    pub fn words(self, words: &Words) -> &str {
        match self {
            Self::Chinese => &words.zh,
            Self::English => &words.en,
        }
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = match self {
            Self::Chinese => &*CHINESE,
            Self::English => &*ENGLISH,
        };
        match bundle.get_message(key).and_then(|message| message.value()) {
            Some(pattern) => {
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
                // A variable that nobody passed: tests are to fail there, people read on.
                debug_assert!(errors.is_empty(), "{key}: {errors:?}");
                text
            }
            None => key.to_owned(),
        }
    }
}

/// A text of the interface: `t!(texts, "quiz-left", n = 3)`.
#[macro_export]
macro_rules! t {
    ($texts:expr, $key:literal) => { $texts.get($key) };
    ($texts:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $texts.with($key, [$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),+])
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
    use std::collections::{BTreeMap, BTreeSet};

    /// Keys with the variables each uses.
    fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let mut keys = BTreeMap::new();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    collect(pattern, &mut variables);
                }
                let twice = keys.insert(message.id.name.to_owned(), variables);
                assert!(twice.is_none(), "{} stands twice", message.id.name);
            }
        }
        keys
    }

    fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    variants
                        .iter()
                        .for_each(|variant| collect(&variant.value, variables));
                    selector
                }
            };
            if let InlineExpression::VariableReference { id } = inline {
                variables.insert(id.name.to_owned());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_texts() {
        let mut all = BTreeSet::new();
        for (name, chinese, english) in FILES {
            let (chinese, english) = (keys(chinese), keys(english));
            let difference: Vec<_> = chinese
                .keys()
                .chain(english.keys())
                .filter(|key| chinese.get(*key) != english.get(*key))
                .collect();
            assert!(
                difference.is_empty(),
                "{name}.ftl differs between the languages at {difference:?}"
            );
            for key in chinese.into_keys() {
                assert!(all.insert(key.clone()), "{key} stands in two files");
            }
        }
    }

    /// Curly quotes, and a figure with its percent sign.
    #[test]
    fn english_is_set_as_english() {
        for (name, _, english) in FILES {
            let mut depth = 0;
            let outside = |letter: &char| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                depth == 0
            };
            let words: String = english.chars().filter(outside).collect();
            for wrong in ["} %", "\""] {
                let line = words.lines().find(|line| line.contains(wrong));
                assert_eq!(line, None, "{wrong:?} in {name}.ftl");
            }
        }
    }

    #[test]
    fn every_text_the_code_asks_for_exists() {
        let mut sources = Vec::new();
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.file_name().is_some_and(|name| name != "texts.rs") {
                    sources.push((path.clone(), std::fs::read_to_string(path).unwrap()));
                }
            }
        }
        for (path, source) in sources {
            for (at, _) in source.match_indices("t!(") {
                let call: String = source[at..].chars().take(200).collect();
                let Some((_, rest)) = call.split_once('"') else {
                    continue;
                };
                if source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let key = rest.split('"').next().unwrap_or_default();
                let has = |bundle: &Bundle| bundle.has_message(key);
                assert!(
                    has(&CHINESE) && has(&ENGLISH),
                    "{}: no text `{key}`",
                    path.display()
                );
            }
        }
    }

    #[test]
    fn variables_are_filled_in() {
        assert_eq!(
            Texts::English.with("minutes", [("n", FluentValue::from(1))]),
            "1 minute"
        );
        assert_eq!(
            Texts::Chinese.with("minutes", [("n", FluentValue::from(3))]),
            "3 分钟"
        );
    }
}
