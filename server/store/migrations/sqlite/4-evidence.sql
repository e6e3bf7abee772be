-- Append-only; domain::evidence::record says what each column holds for each kind.
CREATE TABLE evidence (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    actor TEXT REFERENCES account (id),
    happened INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    role TEXT,
    subject TEXT,
    item TEXT,
    version TEXT,
    source TEXT,
    score INTEGER,
    outcome TEXT,
    until INTEGER,
    ends INTEGER,
    text TEXT,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX evidence_person ON evidence (person, seq);
CREATE INDEX evidence_role ON evidence (role, person) WHERE kind = 'role-assigned';
CREATE UNIQUE INDEX evidence_certificate ON evidence (subject) WHERE kind = 'certified';

CREATE TRIGGER evidence_is_fixed BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence never changes; a correction is a new entry'); END;
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted; a correction is a new entry'); END;

-- The last entry's number and hash; advanced in the transaction of each entry, which orders two writers.
CREATE TABLE chain_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO chain_head (one, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- The words behind an entry: they can be erased, the entry keeps only SHA-256(salt, text).
CREATE TABLE evidence_text (
    entry TEXT PRIMARY KEY REFERENCES evidence (id),
    salt BLOB NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TRIGGER evidence_text_is_fixed BEFORE UPDATE ON evidence_text
BEGIN SELECT RAISE(ABORT, 'the words behind evidence never change; they can be erased'); END;
