-- The ballot box. A paper knows no juror, no time and no order: it is filed under a random id.

CREATE TABLE paper (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  jury TEXT NOT NULL REFERENCES jury (id),
  ballot TEXT NOT NULL,
  choice TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_by_ballot ON paper (jury, ballot, choice);

CREATE TRIGGER paper_is_not_edited BEFORE UPDATE ON paper
BEGIN SELECT RAISE(ABORT, 'paper: a cast paper is never edited'); END;
