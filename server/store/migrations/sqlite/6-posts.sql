-- A form sent twice has one effect; the second gets the outcome of the first.
CREATE TABLE idempotency_key (
    account TEXT NOT NULL REFERENCES account (id),
    key TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_key_at ON idempotency_key (at);

-- A post that met an expired session, until its account has signed in again.
CREATE TABLE kept_post (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    path TEXT NOT NULL,
    body TEXT NOT NULL,
    origin TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE INDEX kept_post_expires ON kept_post (expires);

-- A link by which somebody sets the first password; only the SHA-256 of its token is kept.
CREATE TABLE invitation (
    token TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER
) STRICT;

CREATE INDEX invitation_account ON invitation (account);

-- A bearer token of the API; only its SHA-256 is kept.
CREATE TABLE api_token (
    token TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    maker TEXT REFERENCES account (id),
    created INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE revoked IS NULL;
