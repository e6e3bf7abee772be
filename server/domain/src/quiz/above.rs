//! Options that speak of other options, which means nothing once options are shuffled.

use super::normalise::normalise;
use std::collections::BTreeSet;

/// Whether an option reads like "all of the above", "以上都不是" or "A and B".
pub(super) fn speaks_of_others(option: &str) -> bool {
    let text = normalise(option);
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    chinese(text) || english(text) || letters(text)
}

fn chinese(text: &str) -> bool {
    let text = ["选择", "选项", "选"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    let behind = ["以上", "上述", "上面", "前面"]
        .iter()
        .find_map(|above| text.strip_prefix(above));
    let points = [
        "都", "皆", "均", "全", "所有", "各", "几", "两", "三", "四", "任", "选项", "答案", "说法", "做法",
        "情况", "内容",
    ];
    behind.is_some_and(|behind| {
        points
            .iter()
            .any(|point| behind.trim_start_matches('的').starts_with(point))
    }) || [
        "全部正确",
        "全部错误",
        "全都对",
        "全都不对",
        "全对",
        "全错",
        "都对",
        "都不对",
        "都正确",
        "都不正确",
        "都是",
        "都不是",
    ]
    .contains(&text)
}

fn english(text: &str) -> bool {
    let text = text.trim_start_matches("the ");
    let counts = [
        "all",
        "none",
        "any",
        "both",
        "either",
        "neither",
        "each",
        "some",
        "two",
        "three",
        "every one",
    ];
    let others = [
        "of the above",
        "of the others",
        "of these",
        "of them",
        "of the options",
        "of the answers",
        "the above",
        "above",
    ];
    counts
        .iter()
        .filter_map(|count| text.strip_prefix(count))
        .any(|rest| {
            let rest = rest.trim_start();
            let rest = rest
                .strip_prefix("answers ")
                .or_else(|| rest.strip_prefix("options "))
                .unwrap_or(rest);
            others.iter().any(|other| {
                rest.strip_prefix(other)
                    .is_some_and(|end| !end.starts_with(char::is_alphanumeric))
            })
        })
}

/// `A and B`, `A、C 都对`, `both B and D are right`.
fn letters(text: &str) -> bool {
    let mut rest = text.to_owned();
    for word in [
        "都不正确",
        "都正确",
        "均正确",
        "都不对",
        "都不是",
        "都对",
        "都是",
        "均对",
        "皆是",
        "皆对",
        "正确",
        "选项",
        "只有",
        "仅",
        "项",
    ] {
        rest = rest.replace(word, " ");
    }
    let rest = rest.replace(['和', '与', '及', '或', ',', '&'], " and ");
    let fillers = [
        "both", "only", "either", "neither", "options", "option", "answers", "are", "is", "correct", "right",
        "true", "wrong",
    ];
    let mut named = BTreeSet::new();
    let mut joined = false;
    for word in rest.split_whitespace().filter(|word| !fillers.contains(word)) {
        match word.as_bytes() {
            b"and" | b"or" | b"nor" => joined = true,
            [letter @ b'a'..=b'h'] => drop(named.insert(*letter)),
            _ => return false,
        }
    }
    joined && named.len() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_about_options_are_found() {
        for text in [
            "以上都是",
            "以上都对",
            "以上皆是",
            "以上都不是",
            "以上均正确",
            "以上全部",
            "上述各项都对",
            "以上答案都不对",
            "选择以上所有",
            "全都不对",
            "All of the above",
            "None of the above.",
            "both of the above",
            "any of these",
            "A and B",
            "Both A and C",
            "only a and b",
            "A 和 B",
            "Ａ、Ｃ都对",
            "A, B and D are correct",
            "neither A nor B",
            "A & B",
            "以上的说法都对",
        ] {
            assert!(speaks_of_others(text), "{text}");
        }
    }

    #[test]
    fn ordinary_options_are_left_alone() {
        for text in [
            "三次以上都要上报",
            "30 秒",
            "记录姓名和电话",
            "All customers wait",
            "A",
            "a and an",
            "Vitamin A and B",
            "C 级和 D 级",
            "都要先道歉",
            "以上级的指示为准",
            "both sides of the story",
            "above all, stay calm",
            "",
        ] {
            assert!(!speaks_of_others(text), "{text}");
        }
    }
}
