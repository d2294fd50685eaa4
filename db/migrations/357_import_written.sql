-- What a row of an applied list became stands beside the row and not in it: with its cells and all that was worked out of
-- them a row is a kilobyte, and to write two numbers into it is to write all of it once more.
CREATE TABLE import_written (
  batch_id bigint NOT NULL REFERENCES import_batch ON DELETE CASCADE,
  no int NOT NULL,
  subject_id bigint NOT NULL,
  -- the exemplar or the award, by the target of the list; it may have been taken away since
  thing_id bigint NOT NULL,
  PRIMARY KEY (batch_id, no)
);
INSERT INTO import_written (batch_id, no, subject_id, thing_id)
  SELECT batch_id, no, subject_id, thing_id FROM import_row WHERE subject_id IS NOT NULL AND thing_id IS NOT NULL;
-- What an import did to a subject, asked from its page.
CREATE INDEX import_written_subject ON import_written (subject_id);

DROP INDEX import_row_subject;
ALTER TABLE import_row DROP COLUMN subject_id, DROP COLUMN thing_id;
