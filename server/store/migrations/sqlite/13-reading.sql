-- Where a learner stopped reading a lesson: the heading that was in view. Working rows, no evidence.
CREATE TABLE lesson_place (
    person TEXT NOT NULL REFERENCES person (id),
    lesson TEXT NOT NULL,
    anchor TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (person, lesson)
) STRICT, WITHOUT ROWID;
-- What was searched for and not found, by the day, and how often; nobody is named.
CREATE TABLE missed_search (
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (day, words)
) STRICT, WITHOUT ROWID;
