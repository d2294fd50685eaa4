CREATE TABLE subject (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('individual','collective','household')),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  name_key text GENERATED ALWAYS AS (search_key(full_name)) STORED NOT NULL,
  -- sorting: individuals and households by given name, collectives by whole name
  given_name text GENERATED ALWAYS AS (
    CASE WHEN kind = 'collective' THEN full_name ELSE given_name(full_name) END) STORED NOT NULL,
  birth_year int CHECK (birth_year BETWEEN 1880 AND 2100),
  place text,
  position text,
  representative text,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX subject_name_trgm ON subject USING gin (name_key gin_trgm_ops);

CREATE TABLE exemplar (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint REFERENCES plan,
  field_id bigint REFERENCES pilot_field,
  subject_id bigint NOT NULL REFERENCES subject,
  -- copies for the sorted list, kept by trigger
  subject_kind text NOT NULL DEFAULT '',
  given_name text NOT NULL COLLATE "vi-x-icu" DEFAULT '',
  full_name text NOT NULL COLLATE "vi-x-icu" DEFAULT '',
  office_id bigint NOT NULL REFERENCES office,
  movement_id bigint REFERENCES movement,
  state text NOT NULL CHECK (state IN ('found','proposed','returned','waiting','nurtured','recognised',
    'honoured','held','declined','withdrawn','lapsed')),
  -- the record that this one turned out to be about the same subject as
  merged_into_id bigint REFERENCES exemplar,
  -- where `resume` goes back to
  held_from text,
  level text CHECK (level IN ('unit','commune','district','sector','province','national')),
  maturity text NOT NULL DEFAULT 'emerging' CHECK (maturity IN ('emerging','exemplar','outstanding')),
  breadth text CHECK (breadth IN ('comprehensive','aspect')),
  title text,
  statement text,
  origin text NOT NULL CHECK (origin IN ('office','association','press','citizen','own_search')),
  sources text[] NOT NULL DEFAULT '{}',
  source_note text,
  -- the field as the source words it, before a person decides
  field_hint text,
  found_on date,
  proposed_by bigint REFERENCES account,
  -- why it came back, waits or stopped; shown on its page and in Việc của tôi
  last_reason text,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX exemplar_sorted ON exemplar (given_name, full_name, id);
CREATE INDEX exemplar_office ON exemplar (office_id, state);
CREATE INDEX exemplar_field ON exemplar (field_id, state);
CREATE INDEX exemplar_plan_state ON exemplar (plan_id, state);
CREATE INDEX exemplar_state_sorted ON exemplar (state, given_name, full_name, id);
CREATE INDEX exemplar_subject ON exemplar (subject_id);

CREATE FUNCTION exemplar_copy_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT kind, given_name, full_name INTO NEW.subject_kind, NEW.given_name, NEW.full_name
    FROM subject WHERE id = NEW.subject_id;
  RETURN NEW;
END $$;
CREATE TRIGGER exemplar_copy_subject BEFORE INSERT OR UPDATE OF subject_id ON exemplar
  FOR EACH ROW EXECUTE FUNCTION exemplar_copy_subject();

CREATE FUNCTION subject_copy_to_exemplars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exemplar SET subject_id = subject_id WHERE subject_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER subject_copy_to_exemplars AFTER UPDATE ON subject
  FOR EACH ROW WHEN (OLD.full_name IS DISTINCT FROM NEW.full_name OR OLD.kind IS DISTINCT FROM NEW.kind)
  EXECUTE FUNCTION subject_copy_to_exemplars();

-- Each step of the life cycle with its day: the life line, and figures as they stood on a day.
CREATE TABLE exemplar_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  on_day date NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id bigint REFERENCES account,
  reason text,
  -- rules that were overridden with that reason
  overrides text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX exemplar_step_exemplar ON exemplar_step (exemplar_id, id);
CREATE INDEX exemplar_step_day ON exemplar_step (on_day, to_state);

CREATE TABLE file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 text NOT NULL UNIQUE,
  media_type text NOT NULL,
  size int NOT NULL CHECK (size > 0),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE achievement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  statement text NOT NULL,
  measure text,
  value numeric,
  unit text,
  year int CHECK (year BETWEEN 1900 AND 2100),
  trust text NOT NULL DEFAULT 'self_declared' CHECK (trust IN ('self_declared','confirmed','contradicted')),
  confirmed_by text,
  source text,
  CHECK (trust <> 'confirmed' OR confirmed_by IS NOT NULL)
);
CREATE INDEX achievement_exemplar ON achievement (exemplar_id);

CREATE TABLE evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  achievement_id bigint REFERENCES achievement,
  title text NOT NULL,
  -- either a stored file or a reference to a document
  file_id bigint REFERENCES file,
  reference text,
  added_by bigint REFERENCES account,
  added_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((file_id IS NULL) <> (reference IS NULL))
);
CREATE INDEX evidence_exemplar ON evidence (exemplar_id);
CREATE INDEX evidence_file ON evidence (file_id);

CREATE TABLE endorsement (
  exemplar_id bigint PRIMARY KEY REFERENCES exemplar,
  held_on date NOT NULL,
  place text NOT NULL,
  present int NOT NULL CHECK (present > 0),
  agreed int NOT NULL CHECK (agreed >= 0),
  minutes text,
  CHECK (agreed <= present)
);

-- Consent of the subject: to be registered, and separately to be shown in public.
CREATE TABLE consent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  scope text NOT NULL CHECK (scope IN ('registration','publication')),
  given_on date NOT NULL,
  how text NOT NULL CHECK (how IN ('paper','in_person','telephone')),
  note text,
  withdrawn_on date,
  recorded_by bigint REFERENCES account,
  CHECK (withdrawn_on IS NULL OR withdrawn_on >= given_on)
);
CREATE UNIQUE INDEX consent_standing ON consent (exemplar_id, scope) WHERE withdrawn_on IS NULL;

CREATE TABLE assessment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  criteria_set_id bigint NOT NULL REFERENCES criteria_set,
  assessed_on date NOT NULL,
  assessed_by bigint REFERENCES account
);
CREATE INDEX assessment_exemplar ON assessment (exemplar_id, id);

CREATE TABLE assessment_answer (
  assessment_id bigint NOT NULL REFERENCES assessment,
  criterion_id bigint NOT NULL REFERENCES criterion,
  answer jsonb NOT NULL,
  result text NOT NULL CHECK (result IN ('met','not_met','unknown')),
  explanation text NOT NULL,
  PRIMARY KEY (assessment_id, criterion_id)
);
