-- What citizens propose, what is typed on somebody's behalf, and the codes with which both can be read.

CREATE TABLE lead (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('received','asked','verified','opened','merged','refused','quarantined','withdrawn')),
  -- null: whoever proposed it did not know
  kind text CHECK (kind IN ('individual','collective','household')),
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  name_key text GENERATED ALWAYS AS (search_key(full_name)) STORED NOT NULL,
  -- the commune that was chosen; null: not clear, so that it lies with the standing body
  place_office_id bigint REFERENCES office,
  place_words text CHECK (length(place_words) <= 300),
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 8000),
  links text[] NOT NULL DEFAULT '{}' CHECK (cardinality(links) <= 5),
  -- where it came in: the portal, or an officer typed it for somebody
  came_by text NOT NULL CHECK (came_by IN ('portal','desk')),
  -- the office that answers for it
  office_id bigint NOT NULL REFERENCES office,
  received_on date NOT NULL,
  -- the day of the last step, whoever took it
  moved_on date NOT NULL,
  -- the day on which it came to its end; what is known of whoever proposed it is erased some days after
  settled_on date,
  -- why it was held for rubbish, one sentence each
  suspicions text[] NOT NULL DEFAULT '{}',
  -- two wordings of one refusal: what the proposer reads, and what stays in the office
  public_reason text CHECK (length(public_reason) <= 2000),
  inner_reason text CHECK (length(inner_reason) <= 2000),
  -- the registration that it became, or was found to be about
  exemplar_id bigint REFERENCES exemplar,
  -- tells whether the same words came before
  words_hash bytea NOT NULL,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((settled_on IS NOT NULL) = (state IN ('opened','merged','refused','withdrawn'))),
  CHECK (exemplar_id IS NOT NULL OR state NOT IN ('opened','merged'))
);
CREATE INDEX lead_oldest ON lead (received_on, id);
CREATE INDEX lead_office ON lead (office_id, state, received_on, id);
CREATE INDEX lead_exemplar ON lead (exemplar_id) WHERE exemplar_id IS NOT NULL;
CREATE INDEX lead_words ON lead (words_hash);

-- How whoever proposed may be reached: apart from the lead, so that it is erased as a whole.
CREATE TABLE lead_contact (
  lead_id bigint PRIMARY KEY REFERENCES lead,
  -- asked for only at a desk, of somebody without telephone or e-mail
  name text CHECK (length(name) <= 200),
  reached_by text CHECK (length(reached_by) <= 200)
);

-- Words of the proposer after the first ones.
CREATE TABLE lead_addition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lead_id bigint NOT NULL REFERENCES lead,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  added_on date NOT NULL
);
CREATE INDEX lead_addition_lead ON lead_addition (lead_id, id);

-- Somebody looked into a lead, or into an exemplar that was found.
CREATE TABLE verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lead_id bigint REFERENCES lead,
  exemplar_id bigint REFERENCES exemplar,
  verified_on date NOT NULL,
  how text NOT NULL CHECK (how IN ('visit','telephone','paper')),
  -- who looked into it
  who text NOT NULL CHECK (length(who) BETWEEN 1 AND 200),
  result text NOT NULL CHECK (result IN ('so','partly','not_so')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  recorded_by bigint REFERENCES account,
  CHECK ((lead_id IS NULL) <> (exemplar_id IS NULL))
);
CREATE INDEX verification_lead ON verification (lead_id, id) WHERE lead_id IS NOT NULL;
CREATE INDEX verification_exemplar ON verification (exemplar_id, id) WHERE exemplar_id IS NOT NULL;

-- More is asked: of whoever proposed (no office), or of an office below.
CREATE TABLE lead_question (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lead_id bigint REFERENCES lead,
  exemplar_id bigint REFERENCES exemplar,
  office_id bigint REFERENCES office,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 2000),
  asked_on date NOT NULL,
  asked_by bigint REFERENCES account,
  due_on date NOT NULL,
  answer text CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_on date,
  answered_by bigint REFERENCES account,
  CHECK ((lead_id IS NULL) <> (exemplar_id IS NULL)),
  CHECK (lead_id IS NOT NULL OR office_id IS NOT NULL),
  CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX lead_question_lead ON lead_question (lead_id, id) WHERE lead_id IS NOT NULL;
CREATE INDEX lead_question_exemplar ON lead_question (exemplar_id, id) WHERE exemplar_id IS NOT NULL;
CREATE INDEX lead_question_open ON lead_question (office_id, due_on) WHERE answered_on IS NULL;

-- Typed by an officer for somebody without account or e-mail; shown as such for ever, so a row is never taken away.
CREATE TABLE assisted_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint UNIQUE REFERENCES exemplar,
  lead_id bigint UNIQUE REFERENCES lead,
  for_whom text NOT NULL CHECK (for_whom IN ('subject','proposer')),
  confirmed_how text NOT NULL CHECK (confirmed_how IN ('in_person','paper','telephone')),
  confirmed_on date NOT NULL,
  note text CHECK (length(note) <= 500),
  typed_by bigint REFERENCES account,
  typed_at timestamptz NOT NULL,
  CHECK ((exemplar_id IS NULL) <> (lead_id IS NULL)),
  CHECK ((exemplar_id IS NOT NULL) = (for_whom = 'subject'))
);

-- The code on a slip: only its hash. A new one stops the one before.
CREATE TABLE slip_code (
  code_hash bytea PRIMARY KEY,
  lead_id bigint REFERENCES lead,
  exemplar_id bigint REFERENCES exemplar,
  issued_by bigint REFERENCES account,
  issued_on date NOT NULL,
  stopped_on date,
  CHECK ((lead_id IS NULL) <> (exemplar_id IS NULL))
);
CREATE UNIQUE INDEX slip_code_lead ON slip_code (lead_id) WHERE stopped_on IS NULL AND lead_id IS NOT NULL;
CREATE UNIQUE INDEX slip_code_exemplar ON slip_code (exemplar_id) WHERE stopped_on IS NULL AND exemplar_id IS NOT NULL;

-- What the subject says is wrong, one row for each field; nothing changes before an officer has accepted it.
CREATE TABLE correction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  field text NOT NULL CHECK (field IN ('fullName','birthYear','place','position','title','statement')),
  proposed text NOT NULL CHECK (length(proposed) BETWEEN 1 AND 4000),
  made_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','accepted','refused')),
  -- why not, in words for the subject
  answer text CHECK (length(answer) <= 2000),
  decided_on date,
  decided_by bigint REFERENCES account,
  CHECK ((state = 'open') = (decided_on IS NULL)),
  CHECK (state <> 'refused' OR answer IS NOT NULL)
);
CREATE INDEX correction_exemplar ON correction (exemplar_id, id);
CREATE INDEX correction_open ON correction (made_on, id) WHERE state = 'open';

-- The subject objects; answered with words, and shown to those who choose while it is open.
CREATE TABLE objection (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  made_on date NOT NULL,
  answer text CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_on date,
  answered_by bigint REFERENCES account,
  CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX objection_exemplar ON objection (exemplar_id, id);
CREATE INDEX objection_open ON objection (made_on, id) WHERE answered_on IS NULL;

-- Against abuse without accounts and cookies: what one address did within the last hours. The address itself is never
-- kept, only its hash with a salt that lives as long as its day.
CREATE TABLE public_salt (
  on_day date PRIMARY KEY,
  salt bytea NOT NULL
);
CREATE TABLE public_attempt (
  what text NOT NULL CHECK (what IN ('propose','look_up','write')),
  address_hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX public_attempt_address ON public_attempt (address_hash, what, at);
CREATE INDEX public_attempt_age ON public_attempt (at);

-- Signs the forms of the portal and makes the codes; made once for each house.
INSERT INTO setting (key, value)
VALUES ('leads.secret', to_jsonb(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')));
