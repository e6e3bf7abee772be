//! `site/1`: the name of the site, its languages and its time zone.

use super::doc::{Doc, Head, Reading};
use super::front::{At, Fields};
use super::problem::faults;
use crate::lang::Lang;

/// What holds for the whole site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Id, version, name (as the title), languages of the file.
    pub head: Head,
    /// The default language: that of files without a language in their name.
    pub language: Lang,
    /// Every language of the site, the default first.
    pub languages: Vec<Lang>,
    /// The name of the time zone, such as `Asia/Shanghai`; its form is checked, not its existence.
    pub time_zone: String,
}

faults! {
    /// What can be wrong with the site.
    SiteFault:
    BadLanguage { lang: String } Error "bad-language"
        en "`{lang}` is no language tag" "write a tag such as zh-CN, en or de"
        zh "“{lang}”不是语言代码" "请写 zh-CN、en、de 这样的代码"
    DefaultNotListed { lang: String } Error "default-not-listed"
        en "the default language {lang} is not among the languages" "add it to `languages`"
        zh "`languages` 里没有默认语言 {lang}" "请把它加进 `languages`"
    LanguageTwice { lang: String } Error "language-twice"
        en "`{lang}` is listed twice" "keep one of them"
        zh "“{lang}”列了两次" "请只保留一个"
    BadTimeZone { zone: String } Error "bad-time-zone"
        en "`{zone}` is no name of a time zone" "write a name such as Asia/Shanghai, or UTC"
        zh "“{zone}”不是时区名" "请写 Asia/Shanghai 这样的时区名，或 UTC"
}

const BEHAVIOUR: [&str; 3] = ["language", "languages", "time-zone"];

/// Reads the default file.
pub fn read(doc: &Doc<'_>, reading: &mut Reading<'_>) -> Option<Site> {
    let fields = doc.fields(&["name"], &BEHAVIOUR, reading)?;
    let head = doc.head_by("name", &fields, reading);
    let language = match fields.text("language", &mut reading.problems) {
        Some(text) => tag(doc, &text, reading).unwrap_or_else(Lang::chinese),
        None => Lang::chinese(),
    };
    let languages = languages(doc, &fields, &language, reading);
    let zone = fields.text("time-zone", &mut reading.problems);
    if let Some(zone) = zone.as_ref().filter(|zone| !is_zone(&zone.value)) {
        reading.report(
            doc,
            zone.span.clone(),
            &SiteFault::BadTimeZone {
                zone: zone.value.clone(),
            },
        );
    }
    reading.html(doc, &doc.blocks());
    let time_zone = zone.map_or_else(|| "UTC".to_owned(), |zone| zone.value);
    Some(Site {
        head,
        language,
        languages,
        time_zone,
    })
}

/// Adds a translation.
pub fn translate(doc: &Doc<'_>, reading: &mut Reading<'_>, site: &mut Site) {
    let Some(fields) = doc.fields(&["name"], &BEHAVIOUR, reading) else {
        return;
    };
    doc.translate_head_by("name", &mut site.head, &fields, reading);
    reading.html(doc, &doc.blocks());
}

fn tag(doc: &Doc<'_>, text: &At<String>, reading: &mut Reading<'_>) -> Option<Lang> {
    let lang = Lang::parse(&text.value);
    if lang.is_none() {
        reading.report(
            doc,
            text.span.clone(),
            &SiteFault::BadLanguage {
                lang: text.value.clone(),
            },
        );
    }
    lang
}

fn languages(doc: &Doc<'_>, fields: &Fields<'_>, default: &Lang, reading: &mut Reading<'_>) -> Vec<Lang> {
    let mut languages = vec![default.clone()];
    let Some(listed) = fields.texts("languages", &mut reading.problems) else {
        return languages;
    };
    let mut default_seen = false;
    for text in &listed {
        let Some(lang) = tag(doc, text, reading) else {
            continue;
        };
        let is_default = lang == *default;
        if (is_default && default_seen) || (!is_default && languages.contains(&lang)) {
            reading.report(
                doc,
                text.span.clone(),
                &SiteFault::LanguageTwice {
                    lang: lang.to_string(),
                },
            );
        } else if !is_default {
            languages.push(lang);
        }
        default_seen |= is_default;
    }
    if let Some(entry) = fields.get("languages").filter(|_| !default_seen) {
        let fault = SiteFault::DefaultNotListed {
            lang: default.to_string(),
        };
        reading.report(doc, entry.node.span.clone(), &fault);
    }
    languages
}

/// Whether a text has the form of a zone's name: `UTC`, or `Area/City` with up to three parts.
fn is_zone(text: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    text == "UTC" || ((2..=3).contains(&text.split('/').count()) && text.split('/').all(part))
}

#[cfg(test)]
mod tests {
    use super::is_zone;

    #[test]
    fn zones_have_a_form() {
        for good in [
            "UTC",
            "Asia/Shanghai",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+8",
        ] {
            assert!(is_zone(good), "{good}");
        }
        for bad in [
            "",
            "Shanghai",
            "北京/时间",
            "Asia/",
            "Asia/Shang hai",
            "a/b/c/d",
            "+8",
        ] {
            assert!(!is_zone(bad), "{bad}");
        }
    }
}
