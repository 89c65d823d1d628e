-- The published ticket is a pseudonym. What the organiser's own file calls a person stays in this table.
ALTER TABLE registrant ADD COLUMN file_id TEXT NOT NULL DEFAULT '';
-- The same text for people of one address; published as labels that say nothing of it.
ALTER TABLE registrant ADD COLUMN household TEXT;

-- The pool as a whole. Whoever has the salt can tell which ticket an id of the organiser's file has.
CREATE TABLE pool (
  jury TEXT NOT NULL PRIMARY KEY REFERENCES jury (id),
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  size INTEGER NOT NULL,
  figures TEXT NOT NULL CHECK (json_type(figures) = 'array'),
  unique_rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;

-- A finished lottery, kept until a later one of the same purpose and objective takes its place. It can be computed again.
CREATE TABLE lottery (
  jury TEXT NOT NULL REFERENCES jury (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('panel', 'replacement')),
  objective TEXT NOT NULL,
  -- SHA-256 of all that it was computed from.
  terms TEXT NOT NULL CHECK (length(terms) = 64),
  list TEXT NOT NULL,
  result TEXT NOT NULL CHECK (json_type(result) = 'object'),
  made_at INTEGER NOT NULL,
  PRIMARY KEY (jury, purpose, objective)
) STRICT, WITHOUT ROWID;

-- The computations under way, so that a server that was restarted can say which of them it has forgotten.
CREATE TABLE lottery_job (
  jury TEXT NOT NULL PRIMARY KEY REFERENCES jury (id),
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The public record of each draw as files: 'panel', then the replacements 'X1', 'X2' and so on.
CREATE TABLE record_file (
  jury TEXT NOT NULL REFERENCES jury (id),
  draw TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (jury, draw, name)
) STRICT, WITHOUT ROWID;
