-- One sitting: the last sign of life of an open assessed play and the page it came from, the silences between signs, and what
-- a trainer decides when there were any.
ALTER TABLE play ADD COLUMN heard INTEGER;  -- none without scripts
ALTER TABLE play ADD COLUMN tab TEXT;       -- ids of pages are in the order they were made: the highest has the play
ALTER TABLE play ADD COLUMN verdict TEXT CHECK (verdict IN ('waiting', 'upheld', 'void'));

CREATE TABLE play_interruption (
    play TEXT NOT NULL REFERENCES play (id),
    since INTEGER NOT NULL,  -- the last sign before it
    until INTEGER NOT NULL,  -- the first sign or answer behind it
    events INTEGER NOT NULL, -- how many events there were before it
    PRIMARY KEY (play, since)
) STRICT, WITHOUT ROWID;

CREATE INDEX play_flagged ON play (finished) WHERE verdict = 'waiting';
