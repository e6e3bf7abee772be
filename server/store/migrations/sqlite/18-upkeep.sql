-- When a backup was last written and the database last looked through, for whoever looks after the system.
CREATE TABLE upkeep (
    kind TEXT PRIMARY KEY CHECK (kind IN ('backup', 'check')),
    at INTEGER NOT NULL,
    faults INTEGER NOT NULL CHECK (faults >= 0)
) STRICT, WITHOUT ROWID;
