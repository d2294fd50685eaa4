-- Reminders in the program and by e-mail.
ALTER TABLE account ADD COLUMN email text CHECK (email ~ '^[^\s@]+@[^\s@]+$' AND length(email) <= 200);

CREATE TABLE notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('due_soon','due_today','overdue','overdue_below','reminder','returned','opinion','arrived')),
  sentence text NOT NULL,
  href text NOT NULL,
  duty_item_id bigint REFERENCES duty_item ON DELETE CASCADE,
  -- the day of the office on which it was given: one of a kind for one thing and day
  on_day date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz
);
CREATE INDEX notice_account ON notice (account_id, id DESC);
CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX notice_once ON notice (account_id, kind, duty_item_id, on_day) WHERE duty_item_id IS NOT NULL;

-- What a person wants by e-mail; no row: the defaults of the program.
CREATE TABLE notice_preference (
  account_id bigint PRIMARY KEY REFERENCES account,
  by_email boolean NOT NULL DEFAULT true,
  -- kinds of notice that they do not want by e-mail
  without text[] NOT NULL DEFAULT '{}',
  days_before int NOT NULL DEFAULT 3 CHECK (days_before BETWEEN 0 AND 30)
);

-- The outbox: one digest a person and day at the most.
CREATE TABLE mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account,
  on_day date NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','sent','failed')),
  attempts int NOT NULL DEFAULT 0,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, on_day)
);
CREATE INDEX mail_waiting ON mail (id) WHERE state = 'waiting';

-- The address of one's own calendar feed: only the hash is kept, like a password.
CREATE TABLE calendar_feed (
  account_id bigint PRIMARY KEY REFERENCES account,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
