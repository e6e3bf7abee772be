-- What happens to a question before its attempt is handed in, and when it was marked anew with a corrected key.
ALTER TABLE attempt_question ADD COLUMN tries INTEGER NOT NULL DEFAULT 0; -- how often it was checked
ALTER TABLE attempt_question ADD COLUMN tried TEXT;                       -- the answer checked last; store::lines
ALTER TABLE attempt_question ADD COLUMN locked INTEGER NOT NULL DEFAULT 0; -- 1: takes no more answers
ALTER TABLE attempt_question ADD COLUMN certainty TEXT CHECK (certainty IN ('sure', 'fairly', 'guess'));
ALTER TABLE attempt_question ADD COLUMN regraded INTEGER;
