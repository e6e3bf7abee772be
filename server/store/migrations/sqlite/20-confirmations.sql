-- Who confirmed that a document of the content says what this centre does, and in which version.
CREATE TABLE confirmation (
    document TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
