-- What a subject is searched by: its names, place and position under one key without marks. Generated, so that it
-- can never say anything else than the subject does.
ALTER TABLE subject ADD COLUMN search_text text GENERATED ALWAYS AS (
  search_key(full_name || ' ' || coalesce(place, '') || ' ' || coalesce(position, '') || ' ' || coalesce(representative, ''))
) STORED NOT NULL;
-- Subjects come one by one: written at once, so that no search has to read a list of what is still to be sorted in.
CREATE INDEX subject_search_trgm ON subject USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
