-- Lists that offices keep in Excel or Word become exemplars (decision 019): read, matched, looked at, applied once, undone.

CREATE TABLE import_batch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- what its rows become: key of a target in `src/imports/targets.ts`
  target text NOT NULL,
  state text NOT NULL CHECK (state IN ('read','matched','applied','undone','dropped')),
  account_id bigint REFERENCES account,
  -- the office for which it is imported
  office_id bigint NOT NULL REFERENCES office,
  source_kind text NOT NULL CHECK (source_kind IN ('xlsx','csv','docx','paste')),
  source_name text CHECK (length(source_name) <= 150),
  sha256 text NOT NULL,
  -- the tables as they were read, packed; gone as soon as they are applied, undone or dropped
  content bytea,
  -- which table, which rows are its head, which column is what, and what holds for every row
  choices jsonb NOT NULL DEFAULT '{}',
  -- outcome → number of rows
  counts jsonb NOT NULL DEFAULT '{}',
  made_on date NOT NULL,
  -- the day of the last step, whoever took it
  moved_on date NOT NULL,
  -- why it was undone
  reason text CHECK (length(reason) <= 2000),
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (content IS NULL OR state IN ('read','matched'))
);
CREATE INDEX import_batch_office ON import_batch (office_id, id);
CREATE INDEX import_batch_account ON import_batch (account_id, id);
CREATE INDEX import_batch_sha ON import_batch (sha256);

CREATE TABLE import_row (
  batch_id bigint NOT NULL REFERENCES import_batch ON DELETE CASCADE,
  -- the row as Excel numbers it, or its number in the table of a Word file
  no int NOT NULL,
  cells text[] NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('new','known','ask','registered','refused')),
  -- how sure it is that a known subject is meant
  strength text CHECK (strength IN ('strong','possible')),
  -- what will be written, by the target; null when it is refused
  value jsonb,
  -- why it is refused, and what somebody should know of it
  reasons text[] NOT NULL DEFAULT '{}',
  notes text[] NOT NULL DEFAULT '{}',
  -- known subjects that may be meant, the likeliest first
  found jsonb,
  -- what a person said: the id of the known subject, or 0 for somebody else
  decided bigint,
  subject_id bigint,
  thing_id bigint,
  PRIMARY KEY (batch_id, no),
  CHECK ((value IS NULL) = (outcome = 'refused'))
);
CREATE INDEX import_row_outcome ON import_row (batch_id, outcome, no);

-- How an office matched the columns of lists of one shape: proposed when the next such list comes.
CREATE TABLE import_mapping (
  office_id bigint NOT NULL REFERENCES office,
  target text NOT NULL,
  shape text NOT NULL,
  columns jsonb NOT NULL,
  used_on date NOT NULL,
  PRIMARY KEY (office_id, target, shape)
);

-- Where an exemplar came from, when it came with a list.
ALTER TABLE exemplar ADD COLUMN import_batch_id bigint REFERENCES import_batch;
CREATE INDEX exemplar_import_batch ON exemplar (import_batch_id) WHERE import_batch_id IS NOT NULL;
-- An import that is undone takes its exemplars away: the database looks whether others were merged into them.
CREATE INDEX IF NOT EXISTS exemplar_merged_into ON exemplar (merged_into_id) WHERE merged_into_id IS NOT NULL;
