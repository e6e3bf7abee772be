-- A picture is asked for by its hash, also one that only older releases have.
CREATE INDEX release_file_by_hash ON release_file (hash);
