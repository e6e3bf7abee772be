//! Numbers as people write them: in the line of a key, and typed as an answer.

use super::decimal::Decimal;
use super::normalise::normalise;

/// The key of a number question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) value: Decimal,
    pub(super) tolerance: Option<Decimal>,
    pub(super) unit: Option<String>,
}

/// Whether a key that begins like this must be a number: with a digit or a sign, of any width.
pub(super) fn begins(text: &str) -> bool {
    text.chars()
        .next()
        .map(ascii)
        .is_some_and(|c| c.is_ascii_digit() || is_sign(c) || c == '±')
}

/// Reads `24`, `24 kg`, `24 ± 0.5`, `24 ± 0.5 kg`.
pub(super) fn key(text: &str) -> Option<Key> {
    let written: Vec<char> = text.trim().chars().collect();
    let plain: Vec<char> = written.iter().copied().map(ascii).collect();
    let (value, at) = decimal(&plain, 0)?;
    let mut rest = space(&plain, at);
    let mut tolerance = None;
    if plain.get(rest) == Some(&'±') {
        let (number, end) =
            decimal(&plain, space(&plain, rest + 1)).filter(|(number, _)| *number >= Decimal::ZERO)?;
        tolerance = Some(number);
        rest = space(&plain, end);
    }
    let unit: String = written[rest..].iter().collect();
    let attached = plain.get(rest.wrapping_sub(1)).is_some_and(char::is_ascii_digit);
    match unit.as_str() {
        "" => Some(Key {
            value,
            tolerance,
            unit: None,
        }),
        _ => is_unit(&unit, attached).then_some(Key {
            value,
            tolerance,
            unit: Some(unit),
        }),
    }
}

/// Reads what a learner typed; a unit behind it and commas between thousands do no harm.
pub(super) fn typed<'a>(text: &str, units: impl Iterator<Item = &'a str>) -> Option<Decimal> {
    let text = normalise(text);
    let mut number = text.trim_end_matches('.').trim_end();
    for unit in units {
        if let Some(before) = number.strip_suffix(normalise(unit).as_str()) {
            number = before.trim_end();
            break;
        }
    }
    let (whole, places) = number
        .split_once('.')
        .map_or((number, None), |(whole, places)| (whole, Some(places)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    let digits = first.trim_start_matches(['+', '-']).len();
    if !rest.is_empty() && (digits == 0 || digits > 3 || rest.iter().any(|group| group.len() != 3)) {
        return None;
    }
    let whole = format!("{first}{}", rest.concat());
    Decimal::parse(&places.map_or_else(|| whole.clone(), |places| format!("{whole}.{places}")))
}

/// Sign, digits and places at `at`, and where they end.
fn decimal(plain: &[char], at: usize) -> Option<(Decimal, usize)> {
    let digits = |from: usize| {
        from + plain[from.min(plain.len())..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count()
    };
    let start = at + usize::from(plain.get(at).is_some_and(|c| is_sign(*c)));
    let mut end = digits(start);
    if plain.get(end) == Some(&'.') {
        end = digits(end + 1);
    }
    let text: String = plain.get(at..end)?.iter().collect();
    Some((Decimal::parse(&text)?, end))
}

fn space(plain: &[char], at: usize) -> usize {
    at + plain[at.min(plain.len())..]
        .iter()
        .take_while(|c| c.is_whitespace())
        .count()
}

/// Whether what stands behind a number is a unit, not the rest of a date, a time, a range or a sentence.
fn is_unit(text: &str, attached: bool) -> bool {
    let chars: Vec<char> = text.chars().map(ascii).collect();
    let starts = chars[0].is_alphabetic()
        || matches!(
            chars[0],
            '%' | '‰' | '°' | '℃' | '℉' | '/' | '¥' | '€' | '$' | '£' | '"' | '\''
        );
    let exponent =
        attached && matches!(chars[0], 'e' | 'E') && chars.get(1).is_some_and(char::is_ascii_digit);
    let digits = chars.iter().enumerate().all(|(at, c)| {
        let power = matches!(c, '2' | '3') && at > 0 && chars[at - 1].is_ascii_alphabetic();
        !c.is_ascii_digit() || power
    });
    let sentence = chars.iter().any(|c| {
        matches!(
            c,
            ',' | ';' | ':' | '!' | '?' | '，' | '。' | '、' | '±' | '|' | '~' | '–' | '—'
        )
    });
    starts && !exponent && digits && !sentence && chars.len() <= 20
}

fn is_sign(c: char) -> bool {
    matches!(c, '+' | '-')
}

/// Digits, point and signs in ASCII, whatever their width.
fn ascii(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '−' | '﹣' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        key(text).map(|key| {
            let tolerance = key.tolerance.map_or_else(|| "-".to_owned(), |t| t.to_string());
            format!("{} {tolerance} {}", key.value, key.unit.as_deref().unwrap_or("-"))
        })
    }

    #[test]
    fn keys_read() {
        for (text, want) in [
            ("24 ± 0.5 kg", "24 0.5 kg"),
            ("24±0.5kg", "24 0.5 kg"),
            ("24", "24 - -"),
            ("-3.25", "-3.25 - -"),
            ("−３．２５ ℃", "-3.25 - ℃"),
            ("1 分钟", "1 - 分钟"),
            ("95 %", "95 - %"),
            ("12 m2", "12 - m2"),
            ("30 元/小时", "30 - 元/小时"),
            ("5 ± 0 times a day", "5 0 times a day"),
        ] {
            assert_eq!(read(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_does_not_read() {
        for text in [
            "2026-11-05",
            "10:30",
            "3-5",
            "1,000",
            "24/7",
            "1e5",
            "24 ±",
            "24 ± -1",
            "± 5",
            "-",
            "+",
            "24 kg ± 1",
            "7 天 24 小时",
            "5.",
            "3 次以上，请转主管",
            "400 电话是全国统一的服务热线请务必记住它的号码",
            "1.2.3",
        ] {
            assert!(begins(text), "{text}");
            assert_eq!(read(text), None, "{text}");
        }
        assert!(!begins("一分钟") && !begins(".5"));
    }

    #[test]
    fn typed_numbers_read() {
        let typed = |text| typed(text, ["分钟", "minutes"].into_iter()).map(|number| number.to_string());
        for (text, want) in [
            ("24", "24"),
            ("２４．５", "24.5"),
            (" −3 ", "-3"),
            ("1,000", "1000"),
            ("1，234，567.5", "1234567.5"),
            ("24 分钟", "24"),
            ("24分钟。", "24"),
            ("24 Minutes", "24"),
            ("+7", "7"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(want), "{text}");
        }
        for bad in [
            "",
            "二十四",
            "1,00",
            "1,0000",
            "24 kg",
            "1e3",
            ",100",
            "24 分钟 分钟",
            "0x10",
            "-,100",
            "1..2",
        ] {
            assert_eq!(typed(bad), None, "{bad}");
        }
    }
}
