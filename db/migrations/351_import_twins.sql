-- One new subject that stands in several rows of a list becomes one subject with several registrations.
ALTER TABLE import_row
  -- an earlier row of the list that may mean the same subject: {no, strength, reasons, already}
  ADD COLUMN twin jsonb,
  -- the earlier row whose subject this row takes; null: it stands for itself
  ADD COLUMN joins int,
  ADD CHECK (joins < no);
CREATE INDEX import_row_joins ON import_row (batch_id, joins) WHERE joins IS NOT NULL;

-- Undoing a list takes exemplars away, and the database looks at every table that may refer to them: for each of them it read all
-- consents from end to end, 90 µs at 2,000 consents (a third of undoing 20,000 rows), and more with every consent.
CREATE INDEX consent_exemplar ON consent (exemplar_id);
CREATE INDEX slip_code_exemplar_all ON slip_code (exemplar_id);
CREATE INDEX exemplar_carry_gone_all ON exemplar_carry (gone_id);
