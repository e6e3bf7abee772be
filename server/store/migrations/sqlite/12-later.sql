-- The places of the questions the learner marked to come back to, such as 0,4: store::lines.
ALTER TABLE attempt ADD COLUMN later TEXT NOT NULL DEFAULT '';
