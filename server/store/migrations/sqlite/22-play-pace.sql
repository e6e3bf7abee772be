-- What the limits of a play become for the person it is: the factor in thousandths, 0 without limits. It was granted before
-- the play began, and a later grant changes nothing.
ALTER TABLE play ADD COLUMN pace INTEGER NOT NULL DEFAULT 1000 CHECK (pace = 0 OR pace BETWEEN 1000 AND 10000);
