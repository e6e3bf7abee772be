CREATE TABLE team (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    supervisor TEXT REFERENCES account (id)
) STRICT;

-- Anybody from candidate on. The name goes when somebody asks to be forgotten; the id stays.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT,
    team TEXT REFERENCES team (id),
    employer TEXT,
    created INTEGER NOT NULL,
    erased INTEGER
) STRICT;

CREATE INDEX person_team ON person (team);

-- Somebody who can sign in.
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL UNIQUE REFERENCES person (id),
    login TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE, -- the login in lower case
    password TEXT,                  -- a PHC string; none until the first one is set
    access TEXT NOT NULL,           -- such as learner,trainer
    language TEXT,
    created INTEGER NOT NULL,
    disabled INTEGER
) STRICT;

-- Only the SHA-256 of the token is kept.
CREATE TABLE session (
    token TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE INDEX session_account ON session (account);
