-- How many people are to rate an essay, as far as is known.
ALTER TABLE attempt_question ADD COLUMN raters INTEGER NOT NULL DEFAULT 1;
-- The so-manieth rating of an essay, counted from 1, and the words of it that the rater points at; these can be erased.
ALTER TABLE rating ADD COLUMN turn INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rating ADD COLUMN quote TEXT NOT NULL DEFAULT '';
DROP INDEX rating_attempt;
CREATE UNIQUE INDEX rating_attempt ON rating (attempt, part, turn) WHERE attempt IS NOT NULL;
CREATE UNIQUE INDEX rating_attempt_rater ON rating (attempt, part, rater) WHERE attempt IS NOT NULL;
