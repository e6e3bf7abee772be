-- An answer that was spoken. Its sound is the file recordings/ID of the data folder.
CREATE TABLE recording (
    id TEXT PRIMARY KEY,
    play TEXT NOT NULL REFERENCES play (id),
    step INTEGER NOT NULL,     -- the number of the event it was recorded for, counted from 1
    hash TEXT NOT NULL,        -- of the sound: sent twice is kept once
    sound TEXT NOT NULL CHECK (sound IN ('audio/webm', 'audio/ogg', 'audio/mp4')),
    size INTEGER NOT NULL,     -- bytes
    millis INTEGER NOT NULL,   -- as the browser says, within what is allowed
    at INTEGER NOT NULL,
    deleted INTEGER            -- when its file was deleted
) STRICT;

CREATE UNIQUE INDEX recording_once ON recording (play, step, hash) WHERE deleted IS NULL;
CREATE INDEX recording_kept ON recording (at) WHERE deleted IS NULL;

-- The recording, when the reply was spoken; its text is empty then.
ALTER TABLE play_event ADD COLUMN recording TEXT REFERENCES recording (id)
    CHECK (recording IS NULL OR kind = 'replied');
CREATE UNIQUE INDEX play_event_recording ON play_event (recording) WHERE recording IS NOT NULL;

-- The second of the recording that the rater points at.
ALTER TABLE rating ADD COLUMN moment INTEGER;
