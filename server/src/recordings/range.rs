//! Parts of a sound: players ask for them to jump.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use super::answer;

/// The part that was asked for; all of it when nothing was, or several parts at once.
pub(super) fn part(mut bytes: Vec<u8>, asked: Option<&str>) -> Response {
    let length = bytes.len();
    let Some(asked) = asked.and_then(|asked| asked.strip_prefix("bytes=")) else {
        return answer(StatusCode::OK, bytes);
    };
    if asked.contains(',') {
        return answer(StatusCode::OK, bytes);
    }
    let (status, range) = match span(asked, length) {
        Some((from, to)) => {
            bytes.truncate(to + 1);
            bytes.drain(..from);
            (StatusCode::PARTIAL_CONTENT, format!("bytes {from}-{to}/{length}"))
        }
        None => {
            bytes.clear();
            (StatusCode::RANGE_NOT_SATISFIABLE, format!("bytes */{length}"))
        }
    };
    let mut response = answer(status, bytes);
    if let Ok(range) = HeaderValue::try_from(range) {
        response.headers_mut().insert(header::CONTENT_RANGE, range);
    }
    response
}

/// The first and the last byte of `2-5`, `2-` or `-3`; none for what does not exist.
fn span(asked: &str, length: usize) -> Option<(usize, usize)> {
    let (from, to) = asked.trim().split_once('-')?;
    let last = length.checked_sub(1)?;
    if from.is_empty() {
        let count: usize = to.parse().ok()?;
        return (count > 0).then(|| (length.saturating_sub(count), last));
    }
    let from: usize = from.parse().ok()?;
    let to = if to.is_empty() { last } else { to.parse().ok()? };
    (from <= to && from <= last).then_some((from, to.min(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_the_whole() {
        assert_eq!(span("0-", 10), Some((0, 9)));
        assert_eq!(span("2-5", 10), Some((2, 5)));
        assert_eq!(span("2-500", 10), Some((2, 9)));
        assert_eq!(span("-3", 10), Some((7, 9)));
        assert_eq!(span("-30", 10), Some((0, 9)));
        for wrong in ["10-", "5-2", "-0", "", "-", "a-b", "1"] {
            assert_eq!(span(wrong, 10), None, "{wrong}");
        }
        assert_eq!(span("0-", 0), None);
    }
}
