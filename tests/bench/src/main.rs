//! Load measurements on a release build.

fn main() {}
