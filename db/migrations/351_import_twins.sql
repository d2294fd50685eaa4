-- One new subject that stands in several rows of a list becomes one subject with several registrations.
ALTER TABLE import_row
  -- an earlier row of the list that may mean the same subject: {no, strength, reasons, already}
  ADD COLUMN twin jsonb,
  -- the earlier row whose subject this row takes; null: it stands for itself
  ADD COLUMN joins int,
  ADD CHECK (joins < no);
CREATE INDEX import_row_joins ON import_row (batch_id, joins) WHERE joins IS NOT NULL;
