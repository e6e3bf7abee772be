//! Everything Shanggang remembers: all SQL, one file per aggregate.
