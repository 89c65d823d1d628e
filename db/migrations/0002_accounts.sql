-- Who may come in, and by which door. Secrets are kept as hashes only.

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (email LIKE '%_@_%'),
  name TEXT NOT NULL,
  password_hash TEXT CHECK (password_hash LIKE '$argon2id$%'),
  may_create INTEGER NOT NULL CHECK (may_create IN (0, 1)),
  locale TEXT NOT NULL CHECK (locale IN ('en', 'ru', 'kk')),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;

-- Whoever can be signed in: a staff account, a seat of a jury or one of its witnesses.
CREATE TABLE holder (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'seat', 'witness')),
  account TEXT UNIQUE REFERENCES account (id) ON DELETE CASCADE,
  jury TEXT REFERENCES jury (id),
  ref TEXT,
  UNIQUE (jury, kind, ref),
  CHECK (
    (kind = 'account' AND account IS NOT NULL AND jury IS NULL AND ref IS NULL)
    OR (kind <> 'account' AND account IS NULL AND jury IS NOT NULL AND ref IS NOT NULL)
  )
) STRICT;

-- A signed-in browser. The id is the SHA-256 of the token in its cookie.
CREATE TABLE auth_session (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  holder TEXT NOT NULL REFERENCES holder (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX auth_session_by_holder ON auth_session (holder);
CREATE INDEX auth_session_by_expiry ON auth_session (expires_at);

-- A personal link that lets its holder in once.
CREATE TABLE entry_link (
  token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
  holder TEXT NOT NULL REFERENCES holder (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('join', 'staff-invitation')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
  used_at INTEGER,
  revoked_at INTEGER,
  CHECK (used_at IS NULL OR revoked_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entry_link_one_live ON entry_link (holder) WHERE used_at IS NULL AND revoked_at IS NULL;
