-- One person playing one scenario. A working row: an assessed result is also an entry of evidence.
CREATE TABLE play (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    scenario TEXT NOT NULL,
    version TEXT NOT NULL, -- the hash of the scenario
    release TEXT NOT NULL, -- the address of the release it came with
    mode TEXT NOT NULL CHECK (mode IN ('practice', 'assessed')),
    started INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'pending', 'final', 'abandoned')),
    finished INTEGER,
    score INTEGER,         -- thousandths; none while pending
    outcome TEXT CHECK (outcome IN ('passed', 'failed', 'pending')),
    CHECK ((state = 'open') = (finished IS NULL))
) STRICT;

CREATE UNIQUE INDEX play_open ON play (person, scenario) WHERE state = 'open';
CREATE INDEX play_person ON play (person, started);
CREATE INDEX play_pending ON play (finished) WHERE state = 'pending';
CREATE INDEX attempt_pending ON attempt (submitted) WHERE state = 'pending';

CREATE TABLE play_event (
    play TEXT NOT NULL REFERENCES play (id),
    seq INTEGER NOT NULL,  -- counted from 1
    node TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('chose', 'replied', 'went', 'timed-out')),
    choice INTEGER,        -- counted from 0 as written, hidden ones included
    text TEXT,             -- what was typed; can be erased
    at INTEGER NOT NULL,
    reply INTEGER,         -- the play's so-manieth reply, counted from 0
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)), -- 1 while a rater must look at the reply
    PRIMARY KEY (play, seq),
    CHECK ((kind = 'chose') = (choice IS NOT NULL)),
    CHECK ((kind = 'replied') = (reply IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- What a person said about an essay or a typed reply.
CREATE TABLE rating (
    id TEXT PRIMARY KEY,
    attempt TEXT REFERENCES attempt (id),
    play TEXT REFERENCES play (id),
    part INTEGER NOT NULL,     -- the question's place in the attempt, the reply's number in the play, from 0
    rater TEXT NOT NULL REFERENCES account (id),
    points TEXT NOT NULL,      -- a line for each criterion: points, blank, criterion; store::lines
    critical INTEGER NOT NULL CHECK (critical IN (0, 1)), -- 1 when what is banned was really said
    note TEXT NOT NULL,        -- can be erased
    at INTEGER NOT NULL,
    CHECK ((attempt IS NULL) <> (play IS NULL))
) STRICT;

CREATE UNIQUE INDEX rating_attempt ON rating (attempt, part) WHERE attempt IS NOT NULL;
CREATE UNIQUE INDEX rating_play ON rating (play, part) WHERE play IS NOT NULL;
