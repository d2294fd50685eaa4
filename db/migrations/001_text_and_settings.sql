-- Text of Vietnamese names, and what every table leans on.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One key for all spellings of a name that differ only in tone marks, case, Unicode form or spacing:
-- 'Nguyễn  Thuý Hoà' and 'nguyen thuy hoa' have the same key.
CREATE FUNCTION search_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    translate(lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'),
    '[^a-z0-9]+', ' ', 'g'))
$$;

-- The given name (tên) is the last word of a Vietnamese personal name: lists are sorted by it first.
CREATE FUNCTION given_name(full_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(btrim(full_name), '^.*\s', '')
$$;

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);

-- What a form with this key has already done; a double click gets the first answer again.
CREATE TABLE idempotency (
  key text PRIMARY KEY CHECK (length(key) BETWEEN 8 AND 100),
  account_id bigint,
  outcome jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idempotency_age ON idempotency (created_at);
