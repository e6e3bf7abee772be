-- Checks inside lessons that were answered right once. Working rows: the finished lesson is the evidence.
CREATE TABLE lesson_check (
    person TEXT NOT NULL REFERENCES person (id),
    lesson TEXT NOT NULL,
    question TEXT NOT NULL,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person, lesson, question, hash)
) STRICT, WITHOUT ROWID;
