CREATE TABLE blob (
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- The same content can be published again after another: number differs, address is the same.
CREATE TABLE release (
    number INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    published INTEGER NOT NULL,
    note TEXT NOT NULL,
    publisher TEXT REFERENCES account (id)
) STRICT;

CREATE TABLE release_file (
    address TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES blob (hash),
    PRIMARY KEY (address, path)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER release_is_fixed BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
CREATE TRIGGER release_stays BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
CREATE TRIGGER release_file_is_fixed BEFORE UPDATE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
CREATE TRIGGER release_file_stays BEFORE DELETE ON release_file
BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
CREATE TRIGGER blob_is_fixed BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'published content never changes'); END;
CREATE TRIGGER blob_stays BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'published content is never deleted'); END;
