-- The pool of volunteers. Outside this table a registrant is a ticket number.

CREATE TABLE registrant (
  jury TEXT NOT NULL REFERENCES jury (id),
  ticket TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_type(answers) = 'object'),
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  PRIMARY KEY (jury, ticket)
) STRICT, WITHOUT ROWID;

-- The last table uploaded for each purpose, kept while its columns are being chosen.
CREATE TABLE import (
  jury TEXT NOT NULL REFERENCES jury (id),
  kind TEXT NOT NULL CHECK (kind IN ('targets', 'pool')),
  file_name TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (jury, kind)
) STRICT, WITHOUT ROWID;
