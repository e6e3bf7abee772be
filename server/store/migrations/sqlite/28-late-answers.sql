-- An answer that came after its time leads where silence leads, and what was said stays beside it: a time-out may hold a
-- choice, a text or a recording.
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
    raters INTEGER NOT NULL DEFAULT 1, -- how many people are to rate it, as far as is known
    recording TEXT REFERENCES recording (id), -- when it was spoken; its text is empty then
    PRIMARY KEY (play, seq),
    CHECK (kind <> 'chose' OR choice IS NOT NULL),
    CHECK (choice IS NULL OR kind IN ('chose', 'timed-out')),
    CHECK ((kind = 'replied') = (reply IS NOT NULL)),
    CHECK (recording IS NULL OR kind IN ('replied', 'timed-out'))
) STRICT, WITHOUT ROWID;

INSERT INTO play_event_new (play, seq, node, kind, choice, text, at, reply, waiting, raters, recording)
SELECT play, seq, node, kind, choice, text, at, reply, waiting, raters, recording FROM play_event;
DROP TABLE play_event;
ALTER TABLE play_event_new RENAME TO play_event;
CREATE UNIQUE INDEX play_event_recording ON play_event (recording) WHERE recording IS NOT NULL;
