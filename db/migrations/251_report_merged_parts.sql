-- What each report below said when it was merged into the report of the office above; the row of the report itself holds
-- its own figures. A report that is returned and sent again is compared with it, and the difference shown as a correction.
CREATE TABLE report_merged_part (
  report_id bigint NOT NULL REFERENCES report,
  part_report_id bigint NOT NULL REFERENCES report,
  part_version int NOT NULL,
  merged_on date NOT NULL,
  -- {indicator: value}; null: not known
  figures jsonb NOT NULL,
  PRIMARY KEY (report_id, part_report_id)
);
