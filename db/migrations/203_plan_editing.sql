-- Plans are written on screen: parents, copies, amendments, who coordinates a field, who gets which share of a quota.

-- Both styles of a number have one key: '34-CT/TW' and '34/CT-TW' are both '34 ct tw'.
ALTER TABLE plan
  ADD COLUMN parent_plan_id bigint REFERENCES plan,
  ADD COLUMN copied_from_id bigint REFERENCES plan,
  ADD COLUMN number_key text GENERATED ALWAYS AS (search_key(number)) STORED NOT NULL,
  ADD COLUMN created_by bigint REFERENCES account,
  ADD CHECK (parent_plan_id <> id);
CREATE INDEX plan_number_key ON plan (number_key);
CREATE INDEX plan_period ON plan (state, period_from, period_to);

-- A plan in force changes by a paper with its own number and day; `before` is the plan as it stood when it was opened.
CREATE TABLE plan_amendment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  issued_on date NOT NULL,
  signer text,
  summary text NOT NULL,
  before jsonb NOT NULL,
  -- [{what, before, after}], written when it is closed
  changes jsonb,
  opened_by bigint REFERENCES account,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  UNIQUE (plan_id, number),
  CHECK ((closed_at IS NULL) = (changes IS NULL))
);
CREATE UNIQUE INDEX plan_amendment_open ON plan_amendment (plan_id) WHERE closed_at IS NULL;

-- Offices that coordinate a field: one by name, or all of a kind below one (`coordinating` keeps the plan's words).
CREATE TABLE field_coordination (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_id bigint NOT NULL REFERENCES pilot_field ON DELETE CASCADE,
  ord int NOT NULL,
  office_id bigint REFERENCES office,
  kind_id text REFERENCES office_kind,
  below_id bigint REFERENCES office,
  UNIQUE (field_id, ord),
  CHECK ((office_id IS NULL) <> (kind_id IS NULL)),
  CHECK ((kind_id IS NULL) = (below_id IS NULL))
);

-- A share of a field's quota, in numbers or in percent of it, for one office or for each office of a kind below one.
CREATE TABLE quota_allocation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_id bigint NOT NULL REFERENCES pilot_field ON DELETE CASCADE,
  ord int NOT NULL,
  office_id bigint REFERENCES office,
  kind_id text REFERENCES office_kind,
  below_id bigint REFERENCES office,
  number int CHECK (number >= 0),
  percent numeric CHECK (percent >= 0 AND percent <= 100),
  UNIQUE (field_id, ord),
  CHECK ((office_id IS NULL) <> (kind_id IS NULL)),
  CHECK ((kind_id IS NULL) = (below_id IS NULL)),
  CHECK ((number IS NULL) <> (percent IS NULL))
);
