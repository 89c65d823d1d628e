-- Letters that are to be sent. They name whom they go to, never an address, and hold ids, never words: both are looked up when a letter is sent.
CREATE TABLE mail (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  -- One letter for each reason and recipient, for good.
  reason TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient GLOB 'seat:?*' OR recipient GLOB 'witness:?*' OR recipient GLOB 'account:?*' OR recipient GLOB 'follower:?*'),
  jury TEXT REFERENCES jury (id),
  letter TEXT NOT NULL CHECK (json_type(letter) = 'object'),
  -- 'handed-over': the words have gone to the mail server and its answer is not yet known; 'unsure': it never will be.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'handed-over', 'sent', 'given-up', 'unsure', 'needless')),
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  not_after INTEGER,
  done_at INTEGER,
  problem TEXT,
  UNIQUE (reason, recipient)
) STRICT;

CREATE INDEX mail_waiting ON mail (next_at) WHERE state = 'waiting';
CREATE INDEX mail_of_jury ON mail (jury, state);

-- At most one letter is on its way at a time.
CREATE UNIQUE INDEX mail_one_in_flight ON mail ((1)) WHERE state IN ('sending', 'handed-over');

-- Those who asked to be written to when something changes on a jury's public board.
CREATE TABLE follower (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  -- Stands in the links of the letters: whoever has it may confirm and leave.
  key TEXT NOT NULL UNIQUE CHECK (length(key) = 43),
  jury TEXT NOT NULL REFERENCES jury (id),
  email TEXT NOT NULL COLLATE NOCASE CHECK (email LIKE '%_@_%'),
  locale TEXT NOT NULL CHECK (locale IN ('en', 'ru', 'kk')),
  asked_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  UNIQUE (jury, email)
) STRICT;

-- In a demonstration letters go here and nowhere else.
CREATE TABLE mailbox (
  id TEXT PRIMARY KEY,
  jury TEXT REFERENCES jury (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  locale TEXT NOT NULL CHECK (locale IN ('en', 'ru', 'kk')),
  texts TEXT NOT NULL CHECK (json_type(texts) = 'object'),
  at INTEGER NOT NULL
) STRICT;

-- What the authority's members have written of an answer that is not yet given.
CREATE TABLE answer_draft (
  jury TEXT NOT NULL REFERENCES jury (id),
  recommendation TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  writer TEXT REFERENCES account (id) ON DELETE SET NULL,
  position TEXT,
  reasons TEXT NOT NULL,
  responsible TEXT NOT NULL,
  until TEXT,
  saved_by TEXT REFERENCES account (id) ON DELETE SET NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (jury, recommendation)
) STRICT, WITHOUT ROWID;
