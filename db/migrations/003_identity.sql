CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username text NOT NULL CHECK (username = lower(username) AND length(username) BETWEEN 3 AND 60),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  password_hash text,
  must_change_password boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  is_sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  UNIQUE (username)
);

-- role × office × reach
CREATE TABLE account_grant (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account,
  role text NOT NULL CHECK (role IN ('unit','lead','standing','council','leader','press','viewer','admin')),
  office_id bigint NOT NULL REFERENCES office,
  reach text NOT NULL CHECK (reach IN ('own','branch','all')),
  valid_from date,
  valid_to date,
  UNIQUE NULLS NOT DISTINCT (account_id, role, office_id, reach, valid_from)
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ip text,
  user_agent text
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE sign_in_failure (
  username text NOT NULL,
  ip text,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_failure_recent ON sign_in_failure (username, at);
CREATE INDEX sign_in_failure_ip ON sign_in_failure (ip, at);

-- The one-time link of the first start.
CREATE TABLE setup_link (
  token_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

-- A form that saves itself: one row per person and form.
CREATE TABLE draft (
  account_id bigint NOT NULL REFERENCES account,
  form text NOT NULL CHECK (length(form) <= 100),
  body jsonb NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, form)
);
