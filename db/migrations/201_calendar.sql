-- Days off and days worked in exchange, as data that an office edits; weekends need no row.
CREATE TABLE holiday (
  day date PRIMARY KEY,
  -- work: a Saturday or Sunday on which people work in exchange for a day off (làm bù)
  kind text NOT NULL CHECK (kind IN ('off','work')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- the paper that says so; null: worked out by rule and not yet checked against one
  source text,
  version int NOT NULL DEFAULT 1
);
