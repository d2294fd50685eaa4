-- What a person must decide before a plan that was copied or read is issued: an office that was split or is not known
-- to have followed, a kind of office that is gone, a quota that was carried over.
CREATE TABLE plan_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES plan ON DELETE CASCADE,
  ord int NOT NULL,
  -- which part of the plan: {"kind":"lead","field":2}, see src/plans/copy-rules.ts
  about jsonb NOT NULL,
  question text NOT NULL,
  -- [{value, label}]
  options jsonb NOT NULL,
  -- value of the option that the program suggests
  suggested text,
  -- what may be typed in place of an option
  other text CHECK (other IN ('office','number','text')),
  chosen text,
  chosen_in_words text,
  decided_on date,
  decided_by bigint REFERENCES account,
  UNIQUE (plan_id, ord),
  CHECK ((chosen IS NULL) = (decided_on IS NULL)),
  CHECK ((chosen IS NULL) = (chosen_in_words IS NULL))
);
CREATE INDEX plan_decision_open ON plan_decision (plan_id) WHERE decided_on IS NULL;
