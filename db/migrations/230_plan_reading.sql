-- A plan that is being read from its text: the text, and what the person has answered to what was proposed. Of one
-- account; kept as long as its plan, otherwise forgotten (src/plans/read-store.ts).
CREATE TABLE plan_reading (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  source_kind text NOT NULL CHECK (source_kind IN ('paste','txt','docx','pdf')),
  -- name of the file; null for what was pasted
  source_name text,
  text text NOT NULL CHECK (octet_length(text) <= 600000),
  text_sha256 text NOT NULL,
  -- what was typed and ticked, by name of field; empty before the first time
  answers jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL DEFAULT now(),
  -- the draft that it became
  plan_id bigint REFERENCES plan
);
CREATE INDEX plan_reading_account ON plan_reading (account_id, saved_at DESC);
CREATE INDEX plan_reading_plan ON plan_reading (plan_id);
