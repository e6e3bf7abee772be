-- A learner disputes a final result once; kept with the result it was about.
CREATE TABLE dispute (
    play TEXT PRIMARY KEY REFERENCES play (id),
    text TEXT NOT NULL,    -- the learner's words; can be erased
    at INTEGER NOT NULL,
    score INTEGER,         -- thousandths
    outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'failed'))
) STRICT;

-- 1 when a rating was given after the result was disputed.
ALTER TABLE rating ADD COLUMN anew INTEGER NOT NULL DEFAULT 0 CHECK (anew IN (0, 1));
