-- Duties: who owes what to whom, when. A duty makes duty items; an item is done by the thing itself, never by ticking.
CREATE TABLE duty (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  ord int NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  what text NOT NULL CHECK (what IN ('unit_plan','report','check','proposal')),
  -- key of the form of a report; editions change, the key stays
  report_form_key text,
  who_by text NOT NULL CHECK (who_by IN ('office','kind','branch','bloc')),
  who_office_id bigint REFERENCES office,
  who_kind_id text REFERENCES office_kind,
  who_bloc_id bigint REFERENCES bloc,
  cycle text NOT NULL CHECK (cycle IN ('once','monthly','quarterly','half_yearly','yearly')),
  from_on date NOT NULL,
  to_on date NOT NULL,
  -- {"kind":"on","day":"2016-06-30"} | {"kind":"fixed","monthsAfter":0,"day":15} | {"kind":"working_days","n":5,"after":"period_end"}
  due_rule jsonb NOT NULL,
  -- null: the office above in the tree
  to_office_id bigint REFERENCES office,
  via_office_id bigint REFERENCES office,
  -- where the plan or another paper says so
  basis text,
  version int NOT NULL DEFAULT 1,
  UNIQUE (plan_id, ord),
  CHECK (from_on <= to_on),
  CHECK ((what = 'report') = (report_form_key IS NOT NULL)),
  CHECK (CASE who_by WHEN 'office' THEN who_office_id IS NOT NULL AND who_kind_id IS NULL AND who_bloc_id IS NULL
    WHEN 'kind' THEN who_office_id IS NOT NULL AND who_kind_id IS NOT NULL AND who_bloc_id IS NULL
    WHEN 'branch' THEN who_office_id IS NOT NULL AND who_kind_id IS NULL AND who_bloc_id IS NULL
    ELSE who_office_id IS NULL AND who_kind_id IS NULL AND who_bloc_id IS NOT NULL END)
);
CREATE TABLE duty_item (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  duty_id bigint NOT NULL REFERENCES duty ON DELETE CASCADE,
  office_id bigint NOT NULL REFERENCES office,
  period_from date NOT NULL,
  period_to date NOT NULL,
  due_on date NOT NULL,
  -- where it arrives first: via, else to, else the office above
  receiver_office_id bigint REFERENCES office,
  excused_on date,
  excused_by bigint REFERENCES account,
  excuse text,
  UNIQUE (duty_id, office_id, period_from),
  CHECK (period_from <= period_to),
  CHECK ((excused_on IS NULL) = (excuse IS NULL))
);
CREATE INDEX duty_item_office ON duty_item (office_id, due_on);
CREATE INDEX duty_item_due ON duty_item (due_on);
CREATE INDEX duty_item_receiver ON duty_item (receiver_office_id, due_on);
