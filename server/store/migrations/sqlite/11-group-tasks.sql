-- When a task with a clock began, for whom this rater watches.
ALTER TABLE sheet_rating ADD COLUMN started INTEGER;
