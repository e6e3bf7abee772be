-- One row about the data folder.
CREATE TABLE site (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created INTEGER NOT NULL
) STRICT;

-- Raised by every change that another process must notice.
CREATE TABLE signal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    changed INTEGER NOT NULL
) STRICT;

INSERT INTO signal (one, changed) VALUES (1, 0);
