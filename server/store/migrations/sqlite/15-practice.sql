-- Questions somebody answered again, or wrong in free practice. Private working rows, no evidence.
CREATE TABLE mistake (
    person TEXT NOT NULL REFERENCES person (id),
    quiz TEXT NOT NULL,
    question TEXT NOT NULL,
    made INTEGER NOT NULL,    -- when the mistake was made that this counts from
    returns INTEGER NOT NULL, -- how many returns were answered
    streak INTEGER NOT NULL,  -- how many of the last ones were right
    due INTEGER,              -- when it returns; none once it was right often enough
    PRIMARY KEY (person, quiz, question)
) STRICT, WITHOUT ROWID;
