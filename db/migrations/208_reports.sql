-- A report of any office, by any form, for any period: drafted, submitted, returned or accepted.
ALTER TABLE report
  DROP CONSTRAINT report_plan_id_office_id_year_key,
  DROP CONSTRAINT report_check,
  DROP CONSTRAINT report_state_check;
ALTER TABLE report
  ADD COLUMN form_id bigint REFERENCES report_form,
  ADD COLUMN form_key text,
  ADD COLUMN duty_item_id bigint REFERENCES duty_item ON DELETE SET NULL,
  ADD COLUMN period_from date,
  ADD COLUMN period_to date,
  ADD COLUMN receiver_office_id bigint REFERENCES office,
  ADD COLUMN submitted_by bigint REFERENCES account,
  ADD COLUMN submitted_on date,
  -- closes the duty, whatever comes after
  ADD COLUMN first_submitted_on date,
  ADD COLUMN accepted_on date,
  -- typed by hand for an office that works outside of the program
  ADD COLUMN is_outside boolean NOT NULL DEFAULT false;
UPDATE report SET form_id = f.id, form_key = f.key, period_from = make_date(year, 1, 1), period_to = make_date(year, 12, 31),
  submitted_on = finished_at::date, first_submitted_on = finished_at::date,
  state = CASE state WHEN 'finished' THEN 'submitted' ELSE 'draft' END
  FROM report_form f WHERE f.key = 'nam';
ALTER TABLE report
  ALTER COLUMN form_id SET NOT NULL, ALTER COLUMN form_key SET NOT NULL,
  ALTER COLUMN period_from SET NOT NULL, ALTER COLUMN period_to SET NOT NULL,
  DROP COLUMN finished_at,
  ADD CONSTRAINT report_state_check CHECK (state IN ('draft','submitted','returned','accepted')),
  ADD CONSTRAINT report_once UNIQUE (plan_id, office_id, form_key, period_from),
  ADD CHECK (period_from <= period_to),
  -- figures are frozen from the first submission on, and counted anew when it is submitted again
  ADD CHECK (state IN ('draft','returned') OR figures IS NOT NULL),
  ADD CHECK (state NOT IN ('submitted','accepted') OR submitted_on IS NOT NULL);
CREATE INDEX report_period ON report (plan_id, form_key, period_from, state);
CREATE INDEX report_office ON report (office_id);

-- The figures of a report, one row an indicator, frozen when it is submitted. null: not known.
CREATE TABLE report_figure (
  report_id bigint NOT NULL REFERENCES report,
  indicator text NOT NULL,
  value numeric,
  -- system: counted by the program; rolled_up: the sum of those below and its own; typed: read from a form by hand
  source text NOT NULL DEFAULT 'system' CHECK (source IN ('system','rolled_up','typed')),
  PRIMARY KEY (report_id, indicator)
);
-- Where a figure is used in a sentence, so that a corrected record lists every text that used it.
CREATE TABLE report_figure_use (
  report_id bigint NOT NULL REFERENCES report,
  part text NOT NULL,
  indicator text NOT NULL,
  PRIMARY KEY (report_id, part, indicator)
);
-- An office below that has not answered: the report of the office above goes on without it, by name, with a reason.
-- `none`: nothing is to be expected of it; `missing`: a gap. What comes later is merged as a visible correction.
CREATE TABLE report_gap (
  report_id bigint NOT NULL REFERENCES report,
  office_id bigint NOT NULL REFERENCES office,
  kind text NOT NULL CHECK (kind IN ('none','missing')),
  reason text NOT NULL,
  named_on date NOT NULL,
  named_by bigint REFERENCES account,
  -- the report that came after all, and what it changed: {indicator: {before, after}}
  arrived_report_id bigint REFERENCES report,
  arrived_on date,
  correction jsonb,
  PRIMARY KEY (report_id, office_id)
);
-- A Word file with fields that an office made to take the place of the built-in paper.
CREATE TABLE report_template (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id bigint NOT NULL REFERENCES office,
  form_key text NOT NULL,
  file_id bigint NOT NULL REFERENCES file,
  name text NOT NULL,
  added_by bigint REFERENCES account,
  added_at timestamptz NOT NULL DEFAULT now(),
  active boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX report_template_active ON report_template (office_id, form_key) WHERE active;
