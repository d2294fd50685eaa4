-- An office's own plan in answer to a plan.
CREATE TABLE unit_plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  office_id bigint NOT NULL REFERENCES office,
  period_from date NOT NULL,
  period_to date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','submitted','returned','approved')),
  -- text by `ord` of the part of the plan
  words jsonb NOT NULL DEFAULT '{}',
  -- number, date, signer of the office's own paper
  paper jsonb NOT NULL DEFAULT '{}',
  -- 1 until it was approved and is amended
  edition int NOT NULL DEFAULT 1,
  submitted_by bigint REFERENCES account,
  submitted_on date,
  -- closes the duty, whatever comes after
  first_submitted_on date,
  approved_on date,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  UNIQUE (plan_id, office_id, period_from),
  CHECK (period_from <= period_to)
);
CREATE INDEX unit_plan_office ON unit_plan (office_id);
CREATE TABLE unit_plan_target (
  unit_plan_id bigint NOT NULL REFERENCES unit_plan,
  ord int NOT NULL,
  what text NOT NULL,
  number numeric,
  unit text,
  due_on date,
  PRIMARY KEY (unit_plan_id, ord)
);
CREATE TABLE unit_plan_exemplar (
  unit_plan_id bigint NOT NULL REFERENCES unit_plan,
  ord int NOT NULL,
  name text NOT NULL,
  field_id bigint REFERENCES pilot_field,
  exemplar_id bigint REFERENCES exemplar,
  note text,
  PRIMARY KEY (unit_plan_id, ord)
);
CREATE TABLE unit_plan_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit_plan_id bigint NOT NULL REFERENCES unit_plan,
  file_id bigint NOT NULL REFERENCES file,
  title text NOT NULL,
  added_by bigint REFERENCES account,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX unit_plan_file_plan ON unit_plan_file (unit_plan_id);
-- What was submitted, as it was; written once each time it is submitted.
CREATE TABLE unit_plan_submission (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit_plan_id bigint NOT NULL REFERENCES unit_plan,
  edition int NOT NULL,
  submitted_on date NOT NULL,
  submitted_by bigint REFERENCES account,
  content jsonb NOT NULL
);
CREATE INDEX unit_plan_submission_plan ON unit_plan_submission (unit_plan_id, id);
