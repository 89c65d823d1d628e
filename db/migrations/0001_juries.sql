-- A jury is a journal. Whatever must be erasable, secret or large lives beside it and is pointed to by id.

CREATE TABLE jury (
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  jury TEXT NOT NULL REFERENCES jury (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('member', 'seat', 'witness', 'public')),
  actor_id TEXT,
  command TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  prev TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (jury, seq),
  UNIQUE (jury, hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE jury = NEW.jury)
BEGIN SELECT RAISE(ABORT, 'journal: the entry is not the next one'); END;

CREATE TRIGGER journal_is_chained BEFORE INSERT ON journal
WHEN NEW.seq > 1 AND NEW.prev IS NOT (SELECT hash FROM journal WHERE jury = NEW.jury AND seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'journal: the entry does not follow the last one'); END;

CREATE TRIGGER journal_is_not_edited BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: entries are never edited'); END;

CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: entries are never removed'); END;

-- The answer given to each command, so that the same command twice gets the same answer.
CREATE TABLE command (
  jury TEXT NOT NULL REFERENCES jury (id),
  id TEXT NOT NULL,
  actor TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome)),
  at INTEGER NOT NULL,
  PRIMARY KEY (jury, id)
) STRICT, WITHOUT ROWID;

-- Texts whose salted SHA-256 stands in the journal. An erased text loses its salt too, or it could be guessed from the hash.
CREATE TABLE content (
  jury TEXT NOT NULL REFERENCES jury (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  salt TEXT,
  text TEXT,
  PRIMARY KEY (jury, sha256),
  CHECK ((salt IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;

-- The people behind the seats and the witnesses of a jury.
CREATE TABLE person (
  jury TEXT NOT NULL REFERENCES jury (id),
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  locale TEXT NOT NULL CHECK (locale IN ('en', 'ru', 'kk')),
  PRIMARY KEY (jury, ref)
) STRICT, WITHOUT ROWID;

-- The one row that the writer touches to learn whether the disk takes writes.
CREATE TABLE probe (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  filler BLOB
) STRICT;
