-- Answers that all raters rate, each alone, to see how far they agree. Working rows: no result depends on them.
CREATE TABLE calibration (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reply', 'essay')),
    subject TEXT NOT NULL, -- the scenario or the quiz
    place TEXT NOT NULL,   -- the id of the node or of the question
    version TEXT NOT NULL, -- the hash of the subject
    release TEXT NOT NULL, -- the address of the release it came with
    account TEXT NOT NULL REFERENCES account (id),
    made INTEGER NOT NULL,
    closed INTEGER
) STRICT;

-- An answer of it: somebody's, which stays where it is and can be erased there, or one that was written for it.
CREATE TABLE calibration_item (
    calibration TEXT NOT NULL REFERENCES calibration (id),
    position INTEGER NOT NULL, -- counted from 0
    attempt TEXT REFERENCES attempt (id),
    play TEXT REFERENCES play (id),
    part INTEGER,              -- the question's place in the attempt, or the reply's number in the play
    text TEXT,
    PRIMARY KEY (calibration, position),
    CHECK ((attempt IS NOT NULL) + (play IS NOT NULL) + (text IS NOT NULL) = 1),
    CHECK ((part IS NULL) = (text IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE calibration_rating (
    calibration TEXT NOT NULL,
    position INTEGER NOT NULL,
    rater TEXT NOT NULL REFERENCES account (id),
    levels TEXT NOT NULL,      -- one for each criterion, in the order of the content, with spaces between
    at INTEGER NOT NULL,
    PRIMARY KEY (calibration, position, rater),
    FOREIGN KEY (calibration, position) REFERENCES calibration_item (calibration, position)
) STRICT, WITHOUT ROWID;
