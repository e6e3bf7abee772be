-- A dispute that nobody has looked at yet can be withdrawn; its row stays and is the one dispute all the same.
ALTER TABLE dispute ADD COLUMN withdrawn INTEGER;
