-- How many people are to rate a typed reply, as far as is known; essays have the same since step 16.
ALTER TABLE play_event ADD COLUMN raters INTEGER NOT NULL DEFAULT 1;

-- A rating is amended by another one that points at it; both stay. The reason can be erased.
ALTER TABLE rating ADD COLUMN replaces TEXT REFERENCES rating (id);
ALTER TABLE rating ADD COLUMN reason TEXT NOT NULL DEFAULT '';

DROP INDEX rating_attempt;
DROP INDEX rating_attempt_rater;
DROP INDEX rating_play;
CREATE UNIQUE INDEX rating_attempt ON rating (attempt, part, turn) WHERE attempt IS NOT NULL AND replaces IS NULL;
CREATE UNIQUE INDEX rating_attempt_rater ON rating (attempt, part, rater) WHERE attempt IS NOT NULL AND replaces IS NULL;
CREATE UNIQUE INDEX rating_play ON rating (play, part, turn) WHERE play IS NOT NULL AND replaces IS NULL;
CREATE UNIQUE INDEX rating_play_rater ON rating (play, part, rater) WHERE play IS NOT NULL AND replaces IS NULL;
CREATE UNIQUE INDEX rating_replaced ON rating (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX rating_by ON rating (rater, at);
