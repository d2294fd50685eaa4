-- Unit plans are begun from guiding words, and an amended one leaves its approved edition in force until the next one is.

-- What the part is to say, shown while it is written; data of the plan.
ALTER TABLE unit_plan_part ADD COLUMN hint text CHECK (length(hint) <= 2000);

ALTER TABLE unit_plan_submission
  ADD COLUMN receiver_office_id bigint REFERENCES office,
  ADD COLUMN approved_on date,
  ADD COLUMN approved_by bigint REFERENCES account;

ALTER TABLE unit_plan
  -- where it was sent last; null before the first time
  ADD COLUMN receiver_office_id bigint REFERENCES office,
  -- the edition that holds now; null before the first approval
  ADD COLUMN in_force_submission_id bigint REFERENCES unit_plan_submission,
  -- whose words it began with
  ADD COLUMN copied_from_id bigint REFERENCES unit_plan,
  ADD CHECK (state <> 'approved' OR in_force_submission_id IS NOT NULL),
  ADD CHECK (state <> 'submitted' OR (submitted_on IS NOT NULL AND receiver_office_id IS NOT NULL)),
  ADD CHECK (edition >= 1);
CREATE INDEX unit_plan_receiver ON unit_plan (receiver_office_id);
CREATE UNIQUE INDEX unit_plan_file_once ON unit_plan_file (unit_plan_id, file_id);
