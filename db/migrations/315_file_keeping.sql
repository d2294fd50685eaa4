-- What is kept of files: for whom, how much, and what became of those that nobody refers to any more.

-- When it was first seen that nobody refers to the file, by the time of the machine; it is deleted a day later.
ALTER TABLE file ADD COLUMN unused_since timestamptz;
CREATE INDEX file_unused ON file (unused_since) WHERE unused_since IS NOT NULL;

-- Editions of unit plans name their files inside their content; what is named there must be referred to as well.
CREATE TABLE unit_plan_submission_file (
  submission_id bigint NOT NULL REFERENCES unit_plan_submission ON DELETE CASCADE,
  file_id bigint NOT NULL REFERENCES file,
  PRIMARY KEY (submission_id, file_id)
);
CREATE INDEX unit_plan_submission_file_file ON unit_plan_submission_file (file_id);

CREATE FUNCTION unit_plan_submission_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM unit_plan_submission_file WHERE submission_id = NEW.id;
  INSERT INTO unit_plan_submission_file (submission_id, file_id)
  SELECT DISTINCT NEW.id, (one ->> 'fileId')::bigint
  FROM jsonb_array_elements(COALESCE(NEW.content -> 'files', '[]'::jsonb)) AS one;
  RETURN NULL;
END $$;

CREATE TRIGGER unit_plan_submission_files AFTER INSERT OR UPDATE OF content ON unit_plan_submission
FOR EACH ROW EXECUTE FUNCTION unit_plan_submission_files();

INSERT INTO unit_plan_submission_file (submission_id, file_id)
SELECT DISTINCT s.id, (one ->> 'fileId')::bigint
FROM unit_plan_submission s, jsonb_array_elements(COALESCE(s.content -> 'files', '[]'::jsonb)) AS one;

-- The cleaning asks for each file whether somebody refers to it.
CREATE INDEX unit_plan_file_file ON unit_plan_file (file_id);
CREATE INDEX report_template_file ON report_template (file_id);
CREATE INDEX report_outside_file_file ON report_outside_file (file_id);

-- Which office keeps which file: what counts for its quota. One line for each table that refers to a file; a test
-- compares with the foreign keys, so that a new table is not left out.
CREATE VIEW file_use AS
  SELECT e.office_id, v.file_id
  FROM evidence v JOIN exemplar e ON e.id = v.exemplar_id WHERE v.file_id IS NOT NULL
  UNION ALL
  SELECT u.office_id, f.file_id FROM unit_plan_file f JOIN unit_plan u ON u.id = f.unit_plan_id
  UNION ALL
  SELECT u.office_id, f.file_id
  FROM unit_plan_submission_file f
  JOIN unit_plan_submission s ON s.id = f.submission_id JOIN unit_plan u ON u.id = s.unit_plan_id
  UNION ALL
  SELECT t.office_id, t.file_id FROM report_template t
  UNION ALL
  -- typed in by the office above, which keeps the form
  SELECT COALESCE(r.receiver_office_id, r.office_id), f.file_id
  FROM report_outside_file f JOIN report r ON r.id = f.report_id;

-- What each cleaning did; times are those of the machine, whatever day a demo shows.
CREATE TABLE file_cleaning (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  -- rows and their bytes that nobody referred to for a day
  files int NOT NULL,
  bytes bigint NOT NULL,
  -- what lay on the disk without a row
  strays int NOT NULL,
  stray_bytes bigint NOT NULL,
  -- newly found unused; deleted by a later cleaning
  marked int NOT NULL
);
CREATE INDEX file_cleaning_started ON file_cleaning (started_at);
