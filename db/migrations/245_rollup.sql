-- The report of an office above: what was rolled up into it, and the forms of offices that work outside of the program.

-- what was rolled up, see `Rollup` in src/reports/merged-report.ts: day, reach, completeness, how many know each figure
ALTER TABLE report ADD COLUMN rollup jsonb;

-- The file that an office outside of the program sent, and who typed it in for whom.
CREATE TABLE report_outside_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id bigint NOT NULL REFERENCES report,
  file_id bigint NOT NULL REFERENCES file,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  recorded_by bigint REFERENCES account,
  recorded_on date NOT NULL,
  -- [{what, before, after}]: what it changed in the report
  changes jsonb NOT NULL
);
CREATE INDEX report_outside_file_report ON report_outside_file (report_id, id);

-- Corrections follow each other: each says what the late report changed on top of those before it.
ALTER TABLE report_gap ADD COLUMN arrived_at timestamptz;
