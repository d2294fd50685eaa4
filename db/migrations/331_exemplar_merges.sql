-- What a file took over from another one that was merged into it: copies, so that the closed file stays whole.
CREATE TABLE exemplar_carry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gone_id bigint NOT NULL REFERENCES exemplar,
  kept_id bigint NOT NULL REFERENCES exemplar,
  carried_on date NOT NULL,
  -- sources that were added; [{from, to, row}] of achievements and evidence with the copy as it was made
  sources text[] NOT NULL DEFAULT '{}',
  achievements jsonb NOT NULL DEFAULT '[]',
  evidence jsonb NOT NULL DEFAULT '[]',
  undone_on date
);
CREATE UNIQUE INDEX exemplar_carry_gone ON exemplar_carry (gone_id) WHERE undone_on IS NULL;
CREATE INDEX exemplar_carry_kept ON exemplar_carry (kept_id);
