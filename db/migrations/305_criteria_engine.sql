-- Criteria sets in editions, criteria of every kind in a tree, and the dated norms that some of them ask for.

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE criteria_set
  -- the first edition of the same set; null on the first edition itself
  ADD COLUMN first_id bigint REFERENCES criteria_set,
  ADD COLUMN chain bigint GENERATED ALWAYS AS (coalesce(first_id, id)) STORED,
  ADD COLUMN edition int NOT NULL DEFAULT 1 CHECK (edition >= 1),
  ADD COLUMN state text NOT NULL DEFAULT 'in_use' CHECK (state IN ('draft', 'in_use', 'ended')),
  -- [{"key": "dia-ban", "name": "Địa bàn", "options": [{"key": "xa-dac-biet-kho-khan", "name": "Xã đặc biệt khó khăn"}]}]
  ADD COLUMN groupings jsonb NOT NULL DEFAULT '[]',
  -- where the words and figures were taken from, e.g. an address
  ADD COLUMN source text,
  ADD COLUMN note text,
  ADD COLUMN end_reason text,
  -- the set of the seeds that it was loaded from, so that it is not loaded again over what people edited
  ADD COLUMN seed_key text UNIQUE,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN is_sample boolean NOT NULL DEFAULT false,
  ADD UNIQUE (chain, edition),
  ADD CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
  ADD CHECK (state <> 'ended' OR valid_to IS NOT NULL),
  -- one edition at most is in force on a day
  ADD CONSTRAINT criteria_set_one_in_force
    EXCLUDE USING gist (chain WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (state <> 'draft');
-- one draft at a time of each chain
CREATE UNIQUE INDEX criteria_set_one_draft ON criteria_set (chain) WHERE state = 'draft';

ALTER TABLE criterion
  DROP CONSTRAINT criterion_kind_check,
  ADD CHECK (kind IN ('yes_no', 'disqualifier', 'threshold', 'vote_percent', 'every_year', 'rank_in_locality',
    'multiple_of_norm', 'points', 'points_sum', 'any_of')),
  -- the group ("any of", points that add up) that it belongs to; always a criterion of the same set
  ADD COLUMN parent_id bigint,
  -- what it is worth, in a group whose points add up
  ADD COLUMN points numeric(7, 1) CHECK (points > 0),
  ADD COLUMN source text,
  ADD COLUMN hint text,
  -- rows change places within one statement's transaction
  DROP CONSTRAINT criterion_set_id_ord_key,
  ADD CONSTRAINT criterion_set_id_ord_key UNIQUE (set_id, ord) DEFERRABLE INITIALLY IMMEDIATE,
  ADD UNIQUE (id, set_id),
  ADD FOREIGN KEY (parent_id, set_id) REFERENCES criterion (id, set_id),
  ADD CHECK (parent_id IS NULL OR (NOT mandatory AND parent_id <> id
    AND kind NOT IN ('points_sum', 'any_of', 'disqualifier')));
CREATE INDEX criterion_parent ON criterion (parent_id) WHERE parent_id IS NOT NULL;

-- A figure that law or a decision sets, for a time and perhaps a region; value null: known to exist, not known how much.
CREATE TABLE norm (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- what criteria name it by: 'thu-nhap-ntm'
  key text NOT NULL CHECK (key ~ '^[a-z0-9-]{1,60}$'),
  name text NOT NULL,
  unit text NOT NULL,
  -- as the options of a grouping are named; null: everywhere
  region text,
  value numeric,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  note text,
  seed_key text UNIQUE,
  version int NOT NULL DEFAULT 1,
  is_sample boolean NOT NULL DEFAULT false,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT norm_one_in_force
    EXCLUDE USING gist (key WITH =, (lower(coalesce(region, ''))) WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

ALTER TABLE assessment
  -- the option chosen in each grouping of the set, by their keys
  ADD COLUMN groups jsonb NOT NULL DEFAULT '{}',
  -- of the set as a whole; null on what was assessed before sets were judged as a whole
  ADD COLUMN result text CHECK (result IN ('met', 'not_met', 'unknown')),
  ADD COLUMN summary text;
CREATE INDEX assessment_set ON assessment (criteria_set_id);

ALTER TABLE assessment_answer
  -- reached so far, and what unknown answers may still add
  ADD COLUMN points numeric(8, 1),
  ADD COLUMN points_open numeric(8, 1);
