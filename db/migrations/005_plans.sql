CREATE TABLE plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  issuer_office_id bigint REFERENCES office,
  issuer_name text NOT NULL,
  signer text,
  issued_on date,
  issued_at text,
  period_from date NOT NULL,
  period_to date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','in_force','closed')),
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  CHECK (period_from <= period_to)
);

CREATE TABLE plan_basis (
  plan_id bigint NOT NULL REFERENCES plan,
  ord int NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  issuer text NOT NULL,
  dated_on date,
  about text,
  PRIMARY KEY (plan_id, ord)
);

CREATE TABLE stage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  ord int NOT NULL,
  name text NOT NULL,
  precision text NOT NULL CHECK (precision IN ('day','month','quarter','year')),
  from_on date NOT NULL,
  to_on date NOT NULL,
  who text,
  duties text[] NOT NULL DEFAULT '{}',
  UNIQUE (plan_id, ord),
  CHECK (from_on <= to_on)
);

-- The parts that a unit's own plan must have (e.g. trách nhiệm lãnh đạo).
CREATE TABLE unit_plan_part (
  plan_id bigint NOT NULL REFERENCES plan,
  ord int NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (plan_id, ord)
);

CREATE TABLE movement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint REFERENCES plan,
  name text NOT NULL
);

CREATE TABLE criteria_set (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  legal_basis text,
  valid_from date,
  valid_to date,
  subject_kinds text[] NOT NULL
);

CREATE TABLE criterion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  set_id bigint NOT NULL REFERENCES criteria_set,
  ord int NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('yes_no','threshold','every_year','rank_in_locality')),
  params jsonb NOT NULL DEFAULT '{}',
  mandatory boolean NOT NULL DEFAULT true,
  -- null: for every kind of subject of the set
  subject_kinds text[],
  UNIQUE (set_id, ord)
);

CREATE TABLE pilot_field (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  ord int NOT NULL,
  name text NOT NULL,
  lead_office_id bigint NOT NULL REFERENCES office,
  coordinating text,
  quota_kind text NOT NULL DEFAULT 'none' CHECK (quota_kind IN ('exactly','at_least','at_most','none')),
  quota_number int CHECK (quota_number >= 0),
  -- the kinds of subject that count towards the quota
  quota_counts text[] NOT NULL DEFAULT '{}',
  subject_kinds text[] NOT NULL,
  -- false: an area of merit beside the fields that the plan assigns as pilots
  is_pilot boolean NOT NULL DEFAULT true,
  criteria_set_id bigint REFERENCES criteria_set,
  UNIQUE (plan_id, ord),
  CHECK ((quota_kind = 'none') = (quota_number IS NULL))
);
CREATE INDEX pilot_field_lead ON pilot_field (lead_office_id);
