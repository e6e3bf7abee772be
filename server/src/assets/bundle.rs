//! The table that `build.rs` makes of `target/bundle`.

/// One file of the bundle, in the three forms a browser may ask for.
pub(super) struct Asset {
    pub(super) name: &'static str,
    pub(super) plain: &'static [u8],
    pub(super) brotli: &'static [u8],
    pub(super) gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));
