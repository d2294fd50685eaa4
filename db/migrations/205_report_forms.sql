-- Report forms as data: which figures, which written parts, which tables; each change is a new edition.
CREATE TABLE report_form (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL CHECK (key ~ '^[a-z0-9-]{1,40}$'),
  edition int NOT NULL DEFAULT 1 CHECK (edition > 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('periodic','interim','final','statistics')),
  -- keys of indicators, in the order in which they are shown
  figures text[] NOT NULL DEFAULT '{}',
  -- keys of the tables that the program fills
  tables text[] NOT NULL DEFAULT '{}',
  basis text,
  -- the edition for reports that are opened now; older ones stay with the reports made with them
  is_current boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  UNIQUE (key, edition)
);
CREATE UNIQUE INDEX report_form_current ON report_form (key) WHERE is_current;
CREATE TABLE report_form_part (
  form_id bigint NOT NULL REFERENCES report_form,
  key text NOT NULL CHECK (key ~ '^[a-z0-9_]{1,40}$'),
  ord int NOT NULL,
  name text NOT NULL,
  hint text,
  PRIMARY KEY (form_id, key),
  UNIQUE (form_id, ord)
);

-- The yearly form that was the only one so far; its words become parts of it.
INSERT INTO report_form (key, name, kind, tables) VALUES ('nam', 'Báo cáo năm', 'periodic',
  '{state,field,kind,branch,quota,check,missing,award,help}');
INSERT INTO report_form_part (form_id, key, ord, name, hint)
  SELECT f.id, p.key, p.ord, p.name, p.hint FROM report_part p, report_form f WHERE f.key = 'nam';
DROP TABLE report_part;
