-- Uploaded files. The bytes lie on the disk under the file's id; this row says what they must be.

CREATE TABLE file (
  id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  jury TEXT NOT NULL REFERENCES jury (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  uploaded_by TEXT NOT NULL,
  uploaded_at INTEGER NOT NULL
) STRICT;

CREATE INDEX file_by_jury ON file (jury);
