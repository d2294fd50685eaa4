-- What the plan asks of who is to be chosen: it solves what is new or hard, and people take an interest in it.
ALTER TABLE exemplar
  ADD COLUMN novelty text,
  ADD COLUMN interest text;

-- The words of the law on a form of consent, in force for a time; before the first of them no law is named.
CREATE TABLE consent_law (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  -- one paragraph each
  words text[] NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
