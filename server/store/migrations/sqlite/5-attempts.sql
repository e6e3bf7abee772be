-- One try of one person at one quiz. A working row: its result is also an entry of evidence.
CREATE TABLE attempt (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    quiz TEXT NOT NULL,
    version TEXT NOT NULL, -- the hash of the quiz
    release TEXT NOT NULL, -- the address of the release it came with
    number INTEGER NOT NULL,
    started INTEGER NOT NULL,
    deadline INTEGER,
    state TEXT NOT NULL CHECK (state IN ('open', 'pending', 'graded', 'void')),
    submitted INTEGER,
    score INTEGER,         -- thousandths of a percent; none while pending
    outcome TEXT CHECK (outcome IN ('passed', 'failed', 'pending')),
    UNIQUE (person, quiz, number),
    CHECK ((state = 'open') = (submitted IS NULL) OR state = 'void')
) STRICT;

CREATE UNIQUE INDEX attempt_open ON attempt (person, quiz) WHERE state = 'open';
CREATE INDEX attempt_deadline ON attempt (deadline) WHERE state = 'open';

CREATE TABLE attempt_question (
    attempt TEXT NOT NULL REFERENCES attempt (id),
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    hash TEXT NOT NULL,        -- the version of the question
    permutation TEXT NOT NULL, -- place p shows what was written as number p, such as 2,0,1
    points INTEGER NOT NULL,   -- thousandths
    answer TEXT,               -- one line for each text; store::lines
    answer_seq INTEGER NOT NULL DEFAULT 0,
    saved INTEGER,
    mark INTEGER,              -- parts of domain::quiz::Share; none while nobody has marked it
    PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;
