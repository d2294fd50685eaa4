-- What figures are about: a catalogue, so that one thing is counted in one unit, added in one way, and a slip of the
-- finger (a nought too many) is asked about.
CREATE TABLE measure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9-]{1,60}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('money','area','length','mass','days','count','percent')),
  -- in which values are kept: 'đồng', 'm²', 'hộ'
  unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 60),
  -- what the figures of several years or subjects make together; none: they are not put together
  adding text NOT NULL CHECK (adding IN ('sum','last','mean','none')),
  decimals int NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  -- short: '15 triệu đồng', '1,2 ha' where that says exactly the same; plain: always in the unit
  shown text NOT NULL DEFAULT 'plain' CHECK (shown IN ('plain','short')),
  -- as which sort of gift it is written down; null: it is no gift
  contribution text CHECK (contribution IN ('land','money','goods','work_days','other')),
  synonyms text[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_to date,
  end_reason text,
  version int NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
  CHECK (end_reason IS NULL OR valid_to IS NOT NULL)
);

-- Between which values a figure of a kind of subject usually lies; an end that is null is open.
CREATE TABLE measure_range (
  measure_id bigint NOT NULL REFERENCES measure,
  subject_kind text NOT NULL CHECK (subject_kind IN ('individual','collective','household')),
  lowest numeric,
  highest numeric,
  source text NOT NULL,
  -- set by us until somebody with the figures at hand has compared it
  provisional boolean NOT NULL,
  PRIMARY KEY (measure_id, subject_kind),
  CHECK (lowest IS NOT NULL OR highest IS NOT NULL),
  CHECK (lowest <= highest)
);

ALTER TABLE achievement
  -- null: the figure is in words of its own; with a measure, `measure` and `unit` are its name and unit of that day
  ADD COLUMN measure_id bigint REFERENCES measure,
  ADD COLUMN value_before numeric,
  ADD COLUMN year_before int CHECK (year_before BETWEEN 1900 AND 2100),
  -- as it was typed, where that was another unit: '1,2 ha'
  ADD COLUMN as_typed text,
  -- outside of the plausible range, and said to be right all the same
  ADD COLUMN rechecked boolean NOT NULL DEFAULT false,
  ADD CHECK (value_before IS NULL OR value IS NOT NULL),
  ADD CHECK (measure_id IS NULL OR value IS NOT NULL);
CREATE INDEX achievement_measure ON achievement (measure_id) WHERE measure_id IS NOT NULL;

-- Gifts: land, money, goods, days of work.
CREATE TABLE contribution (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  measure_id bigint NOT NULL REFERENCES measure,
  amount numeric NOT NULL CHECK (amount > 0),
  as_typed text,
  rechecked boolean NOT NULL DEFAULT false,
  year int CHECK (year BETWEEN 1900 AND 2100),
  -- to whom, and for what
  receiver text,
  purpose text NOT NULL,
  evidence_id bigint REFERENCES evidence ON DELETE SET NULL,
  trust text NOT NULL DEFAULT 'self_declared' CHECK (trust IN ('self_declared','confirmed','contradicted')),
  confirmed_by text,
  recorded_by bigint REFERENCES account,
  CHECK (trust <> 'confirmed' OR confirmed_by IS NOT NULL)
);
CREATE INDEX contribution_exemplar ON contribution (exemplar_id);
CREATE INDEX contribution_measure ON contribution (measure_id);
CREATE INDEX contribution_evidence ON contribution (evidence_id) WHERE evidence_id IS NOT NULL;

-- What another source says of a figure: both are kept, side by side.
CREATE TABLE figure_claim (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  achievement_id bigint REFERENCES achievement ON DELETE CASCADE,
  contribution_id bigint REFERENCES contribution ON DELETE CASCADE,
  -- in the unit of the figure; null: the source speaks in words
  value numeric,
  source text NOT NULL,
  -- null: from before it was kept
  said_on date,
  recorded_by bigint REFERENCES account,
  CHECK (num_nonnulls(achievement_id, contribution_id) = 1)
);
CREATE INDEX figure_claim_achievement ON figure_claim (achievement_id) WHERE achievement_id IS NOT NULL;
CREATE INDEX figure_claim_contribution ON figure_claim (contribution_id) WHERE contribution_id IS NOT NULL;

INSERT INTO figure_claim (achievement_id, source)
  SELECT a.id, btrim(line) FROM achievement a, unnest(string_to_array(a.source, E'\n')) WITH ORDINALITY AS s (line, n)
  WHERE btrim(line) <> '' ORDER BY a.id, s.n;
ALTER TABLE achievement DROP COLUMN source;
