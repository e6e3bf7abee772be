-- Practice beside assessed plays: one of each may be open. What practice allows are events too.
DROP INDEX play_open;
CREATE UNIQUE INDEX play_open ON play (person, scenario, mode) WHERE state = 'open';

-- The digest of the state a play ended in: its events must lead there again. None for plays from before.
ALTER TABLE play ADD COLUMN digest TEXT;

CREATE TABLE play_event_new (
    play TEXT NOT NULL REFERENCES play (id),
    seq INTEGER NOT NULL,  -- counted from 1
    node TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('chose', 'replied', 'went', 'timed-out', 'took-back', 'paused', 'resumed')),
    choice INTEGER,        -- counted from 0 as written, hidden ones included
    text TEXT,             -- what was typed; can be erased
    at INTEGER NOT NULL,
    reply INTEGER,         -- the play's so-manieth reply, counted from 0
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)), -- 1 while a rater must look at the reply
    PRIMARY KEY (play, seq),
    CHECK ((kind = 'chose') = (choice IS NOT NULL)),
    CHECK ((kind = 'replied') = (reply IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO play_event_new (play, seq, node, kind, choice, text, at, reply, waiting)
SELECT play, seq, node, kind, choice, text, at, reply, waiting FROM play_event;
DROP TABLE play_event;
ALTER TABLE play_event_new RENAME TO play_event;
