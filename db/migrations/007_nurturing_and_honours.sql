CREATE TABLE support_action (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  kind text NOT NULL CHECK (kind IN ('motive','awareness','skill','experience','spiritual','material','policy','environment')),
  what text NOT NULL,
  owner text,
  owner_office_id bigint REFERENCES office,
  due_on date,
  -- đồng
  cost bigint CHECK (cost >= 0),
  money_source text,
  done_on date,
  result text,
  CHECK (done_on IS NULL OR result IS NOT NULL)
);
CREATE INDEX support_action_exemplar ON support_action (exemplar_id);

-- The yearly check: four questions, 1 to 5, each with words.
CREATE TABLE exemplar_check (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  year int NOT NULL,
  checked_on date NOT NULL,
  effect int NOT NULL CHECK (effect BETWEEN 1 AND 5),
  effect_words text NOT NULL,
  efficiency int NOT NULL CHECK (efficiency BETWEEN 1 AND 5),
  efficiency_words text NOT NULL,
  potential int NOT NULL CHECK (potential BETWEEN 1 AND 5),
  potential_words text NOT NULL,
  influence int NOT NULL CHECK (influence BETWEEN 1 AND 5),
  influence_words text NOT NULL,
  conclusion text NOT NULL CHECK (conclusion IN ('keep','help','stop')),
  checked_by bigint REFERENCES account,
  UNIQUE (exemplar_id, year)
);
CREATE INDEX exemplar_check_year ON exemplar_check (year, exemplar_id);

-- A difficulty found in a check always carries the help that was promised for it.
CREATE TABLE help_task (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  check_id bigint REFERENCES exemplar_check,
  difficulty text NOT NULL,
  help text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  done_on date,
  result text,
  CHECK (done_on IS NULL OR result IS NOT NULL)
);
CREATE INDEX help_task_exemplar ON help_task (exemplar_id);

CREATE TABLE award_form (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  rank int NOT NULL,
  level text NOT NULL,
  legal_basis text,
  valid_from date,
  valid_to date
);

CREATE TABLE honour (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  honoured_on date NOT NULL,
  award_form_id bigint REFERENCES award_form,
  occasion text NOT NULL,
  level text NOT NULL CHECK (level IN ('unit','commune','district','sector','province','national')),
  paper_number text,
  decided_by bigint REFERENCES account
);
CREATE INDEX honour_exemplar ON honour (exemplar_id);
CREATE INDEX honour_day ON honour (honoured_on);

-- The report of an office for a plan and a year: figures frozen when it is finished, words typed.
CREATE TABLE report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan,
  office_id bigint NOT NULL REFERENCES office,
  year int NOT NULL,
  closing_on date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','finished')),
  words jsonb NOT NULL DEFAULT '{}',
  figures jsonb,
  paper jsonb NOT NULL DEFAULT '{}',
  finished_at timestamptz,
  version int NOT NULL DEFAULT 1,
  UNIQUE (plan_id, office_id, year),
  CHECK ((state = 'finished') = (figures IS NOT NULL))
);
