-- What a juror writes for themselves about an exhibit. Not in the journal, because it is nobody else's and must be erasable.

CREATE TABLE exhibit_note (
  jury TEXT NOT NULL REFERENCES jury (id),
  seat TEXT NOT NULL,
  exhibit TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  PRIMARY KEY (jury, seat, exhibit)
) STRICT, WITHOUT ROWID;
