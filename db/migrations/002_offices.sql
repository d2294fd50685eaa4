-- Offices: a tree with validity and dated succession. A name is not a key; neither is an official code.

CREATE TABLE office_kind (
  id text PRIMARY KEY,
  name text NOT NULL,
  ord int NOT NULL
);

CREATE TABLE office (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind_id text NOT NULL REFERENCES office_kind,
  code text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  short_name text,
  name_key text GENERATED ALWAYS AS (search_key(name)) STORED NOT NULL,
  parent_id bigint REFERENCES office,
  -- ids from the root down to this office itself; kept by the trigger below
  path bigint[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_to date,
  source text,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to)
);
CREATE INDEX office_path ON office USING gin (path);
CREATE INDEX office_parent ON office (parent_id);
CREATE INDEX office_name_trgm ON office USING gin (name_key gin_trgm_ops);
CREATE INDEX office_code ON office (code);

CREATE FUNCTION office_set_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parent_path bigint[];
BEGIN
  IF NEW.parent_id IS NULL THEN
    parent_path := '{}';
  ELSE
    SELECT path INTO parent_path FROM office WHERE id = NEW.parent_id;
    IF NEW.id = ANY (parent_path) THEN
      RAISE EXCEPTION 'office % would stand below itself', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  NEW.path := parent_path || NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER office_path_before BEFORE INSERT OR UPDATE OF parent_id, path ON office
  FOR EACH ROW EXECUTE FUNCTION office_set_path();

CREATE FUNCTION office_move_children() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE office SET path = path WHERE parent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER office_path_after AFTER UPDATE OF parent_id, path ON office
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION office_move_children();

CREATE TABLE office_succession (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_office_id bigint NOT NULL REFERENCES office,
  to_office_id bigint NOT NULL REFERENCES office,
  on_date date NOT NULL,
  basis text,
  UNIQUE (from_office_id, to_office_id, on_date),
  CHECK (from_office_id <> to_office_id)
);
CREATE INDEX office_succession_to ON office_succession (to_office_id);

-- What an office is in the programme for a time (e.g. the standing body), never a fixed name.
CREATE TABLE office_duty_role (
  office_id bigint NOT NULL REFERENCES office,
  role text NOT NULL CHECK (role IN ('standing_body')),
  valid_from date,
  valid_to date,
  PRIMARY KEY (office_id, role)
);
