use axum::http::{HeaderMap, HeaderValue, header};

/// A form in which a file can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The smallest form the `Accept-Encoding` header allows. `q=0` forbids one (RFC 9110, 12.5.3); other
    /// weights don't matter, because every browser that takes brotli unpacks it as fast as gzip.
    pub(super) fn accepted(headers: &HeaderMap) -> Self {
        let accepts = |wanted: &str| {
            headers
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .any(|offer| allows(offer, wanted))
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// The word in `Content-Encoding`.
    pub(super) fn token(self) -> Option<HeaderValue> {
        match self {
            Self::Brotli => Some(HeaderValue::from_static("br")),
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Plain => None,
        }
    }
}

/// Whether one offer of the list, such as `br;q=0.5`, names `wanted` with a weight above zero.
fn allows(offer: &str, wanted: &str) -> bool {
    let mut parts = offer.split(';').map(str::trim);
    parts
        .next()
        .is_some_and(|coding| coding.eq_ignore_ascii_case(wanted))
        && parts
            .filter_map(|part| part.strip_prefix("q="))
            .all(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
        Encoding::accepted(&headers)
    }

    #[test]
    fn the_smallest_form_that_is_allowed() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(accepted("gzip;q=1.0, br;q=0"), Encoding::Gzip);
        assert_eq!(accepted("identity"), Encoding::Plain);
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Plain);
    }
}
