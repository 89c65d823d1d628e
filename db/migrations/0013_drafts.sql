-- What several jurors write together before it is filed as a version. Every change is stored before anybody is told of it.

CREATE TABLE draft (
  jury TEXT NOT NULL REFERENCES jury (id),
  recommendation TEXT NOT NULL,
  epoch TEXT NOT NULL CHECK (length(epoch) = 16),
  -- The version that the draft goes out from, and the document as it was then.
  base_version INTEGER NOT NULL CHECK (base_version > 0),
  base BLOB NOT NULL,
  -- The document as it was when the changes before were folded together.
  snapshot BLOB NOT NULL,
  PRIMARY KEY (jury, recommendation)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_update (
  jury TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 65536),
  PRIMARY KEY (jury, recommendation, seq),
  FOREIGN KEY (jury, recommendation) REFERENCES draft (jury, recommendation) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
