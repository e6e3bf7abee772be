-- Somebody who wants a role. The name is the person's.
CREATE TABLE candidate (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    roles TEXT NOT NULL, -- one line for each role; store::lines
    stage TEXT NOT NULL CHECK (stage IN ('screening', 'first-interview', 'tasks', 'second-interview',
                                         'approval', 'hired', 'rejected')),
    reason TEXT,         -- why rejected; can be erased
    contact TEXT,        -- how to reach the candidate; can be erased
    created INTEGER NOT NULL,
    maker TEXT NOT NULL REFERENCES account (id)
) STRICT;

CREATE INDEX candidate_person ON candidate (person);

CREATE TABLE candidate_stage (
    candidate TEXT NOT NULL REFERENCES candidate (id),
    number INTEGER NOT NULL,
    stage TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL REFERENCES account (id),
    PRIMARY KEY (candidate, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE interview (
    id TEXT PRIMARY KEY,
    candidate TEXT NOT NULL REFERENCES candidate (id),
    kit TEXT NOT NULL,
    version TEXT NOT NULL, -- the hash of the kit
    release TEXT NOT NULL, -- the address of the release it comes with
    room TEXT NOT NULL,
    at INTEGER NOT NULL,
    created INTEGER NOT NULL,
    maker TEXT NOT NULL REFERENCES account (id),
    decided INTEGER,
    decider TEXT REFERENCES account (id),
    total INTEGER,         -- thousandths
    outcome TEXT CHECK (outcome IN ('passed', 'failed')),
    CHECK ((decided IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX interview_candidate ON interview (candidate);
CREATE INDEX interview_at ON interview (at);

-- What one rater saw, blind until it is submitted. Whoever rates has a sheet.
CREATE TABLE sheet (
    interview TEXT NOT NULL REFERENCES interview (id),
    rater TEXT NOT NULL REFERENCES account (id),
    version TEXT NOT NULL, -- the hash of the kit it was filled in with
    submitted INTEGER,
    PRIMARY KEY (interview, rater)
) STRICT, WITHOUT ROWID;

CREATE INDEX sheet_rater ON sheet (rater) WHERE submitted IS NULL;

CREATE TABLE sheet_rating (
    interview TEXT NOT NULL,
    rater TEXT NOT NULL,
    item TEXT NOT NULL,
    competency TEXT NOT NULL, -- empty when the item is rated as a whole
    observed INTEGER CHECK (observed IN (0, 1)), -- none while undecided
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    answer TEXT NOT NULL,     -- what was ticked, answered or measured; store::lines
    evidence TEXT NOT NULL,   -- what was seen, in words; can be erased
    saved INTEGER NOT NULL,
    PRIMARY KEY (interview, rater, item, competency),
    FOREIGN KEY (interview, rater) REFERENCES sheet (interview, rater),
    CHECK ((coalesce(observed, 0) = 1) = (rating IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sheet_rating_is_fixed BEFORE UPDATE OF observed, rating ON sheet_rating
WHEN (SELECT submitted FROM sheet WHERE interview = OLD.interview AND rater = OLD.rater) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted sheet never changes'); END;
CREATE TRIGGER sheet_rating_is_complete BEFORE INSERT ON sheet_rating
WHEN (SELECT submitted FROM sheet WHERE interview = NEW.interview AND rater = NEW.rater) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted sheet never changes'); END;
