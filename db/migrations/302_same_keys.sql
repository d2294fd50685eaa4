-- The same subject found again (decision 017): keys of the words of migration 301, and who shares them.

-- Keys of one list of words: f the whole name in any order, m without one word, x without one word and within a year or
-- a commune. Between family name and given name a word may be missing, the given name may be mistyped; of a collective
-- any word. Who asks looks with the whole name for those with a word more, and without a word for the whole ones.
CREATE FUNCTION same_keys_of(kind text, words text[], bounds text[], asking boolean,
  OUT near_keys text[], OUT whole_keys text[], OUT loose_keys text[])
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  last CONSTANT int := cardinality(words);
  sorted CONSTANT text[] := ARRAY(SELECT word FROM unnest(words) AS word ORDER BY word COLLATE "C");
  whole CONSTANT text := array_to_string(sorted, ' ');
  bound text;
  rest text;
  place int;
BEGIN
  near_keys := '{}';
  whole_keys := ARRAY['f ' || whole];
  loose_keys := CASE WHEN asking THEN ARRAY['m ' || whole] ELSE '{}' END;
  FOREACH bound IN ARRAY bounds LOOP near_keys := near_keys || ('f ' || whole || bound); END LOOP;
  IF last < 3 THEN RETURN; END IF;
  FOR n IN (CASE WHEN kind = 'collective' THEN 1 ELSE 2 END)..last LOOP
    place := array_position(sorted, words[n]);
    rest := array_to_string(sorted[:place - 1] || sorted[place + 1:], ' ');
    IF kind = 'collective' OR n < last THEN
      loose_keys := loose_keys || ((CASE WHEN asking THEN 'f ' ELSE 'm ' END) || rest);
    END IF;
    IF kind = 'collective' OR n = last THEN
      FOREACH bound IN ARRAY bounds LOOP loose_keys := loose_keys || ('x ' || rest || bound); END LOOP;
    END IF;
  END LOOP;
END $$;

-- What a subject is found by (`asking` false), or what is looked for (true), `communes` being where it is.
CREATE FUNCTION same_keys_in(kind text, full_name text, birth_year int, communes text[], asking boolean,
  OUT near_keys text[], OUT whole_keys text[], OUT loose_keys text[])
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  bounds text[] := '{}';
  head CONSTANT text[] := same_head(kind, full_name);
  commune text;
  spelling text;
  words text[];
  one record;
BEGIN
  near_keys := '{}';
  whole_keys := '{}';
  loose_keys := '{}';
  IF head IS NOT NULL THEN communes := communes || same_communes('xa ' || head[2]); END IF;
  FOREACH commune IN ARRAY communes LOOP
    IF NOT '@' || commune = ANY (bounds) THEN bounds := bounds || ('@' || commune); END IF;
  END LOOP;
  IF birth_year IS NOT NULL THEN
    bounds := bounds || ('~' || birth_year);
    IF asking THEN bounds := bounds || ('~' || birth_year - 1) || ('~' || birth_year + 1); END IF;
  END IF;
  FOREACH spelling IN ARRAY same_spellings(kind, full_name) LOOP
    words := same_words(kind, spelling);
    CONTINUE WHEN cardinality(words) = 0;
    SELECT * INTO one FROM same_keys_of(kind, words, bounds, asking);
    near_keys := near_keys || one.near_keys;
    whole_keys := whole_keys || one.whole_keys;
    loose_keys := loose_keys || one.loose_keys;
  END LOOP;
  IF head IS NOT NULL THEN
    SELECT * INTO one FROM same_keys_of(kind, same_words(kind, head[1]), bounds, asking);
    near_keys := near_keys || one.near_keys;
  END IF;
END $$;

CREATE FUNCTION same_keys(kind text, full_name text, birth_year int, place text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  one record;
BEGIN
  SELECT * INTO one FROM same_keys_in(kind, full_name, birth_year,
    same_communes(concat_ws(', ', substring(full_name from '^[^,;(]*[,;(](.*)$'), place)), false);
  RETURN one.near_keys || one.whole_keys || one.loose_keys;
END $$;

ALTER TABLE subject ADD COLUMN same_keys text[] GENERATED ALWAYS AS (
  same_keys(kind, full_name, birth_year, place)) STORED NOT NULL;
-- Written at once, so that no search has to read a list of what is still to be sorted in.
CREATE INDEX subject_same_keys ON subject USING gin (same_keys) WITH (fastupdate = off);

-- Other names under which a subject is or was known.
CREATE TABLE subject_alias (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_id bigint NOT NULL REFERENCES subject,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_key text GENERATED ALWAYS AS (search_key(name)) STORED NOT NULL,
  -- of whatever kind the subject is; year and place are the subject's own and not in these
  same_keys text[] GENERATED ALWAYS AS (
    same_keys('individual', name, NULL, NULL) || same_keys('collective', name, NULL, NULL)) STORED NOT NULL,
  note text CHECK (length(note) <= 500)
);
CREATE INDEX subject_alias_subject ON subject_alias (subject_id);
CREATE INDEX subject_alias_same_keys ON subject_alias USING gin (same_keys) WITH (fastupdate = off);
CREATE INDEX subject_alias_name_trgm ON subject_alias USING gin (name_key gin_trgm_ops);

-- Subjects that may be the one asked about: those of the same words in the same commune or about that year, those of the
-- same words anywhere, those of nearly the same words; at most `most` of each. `communes` are the names of the commune
-- asked about over all times. `lean`: where the first are found, the others are not looked for.
CREATE FUNCTION same_candidates(kind text, full_name text, birth_year int, communes text[], most int, lean boolean)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE PARALLEL SAFE
-- a guess at how many share an unknown key must never end in reading the whole table
SET enable_seqscan = off AS $$
DECLARE
  one record;
BEGIN
  SELECT * INTO one FROM same_keys_in(kind, full_name, birth_year, communes, true);
  IF cardinality(one.whole_keys) = 0 THEN RETURN; END IF;
  IF cardinality(one.near_keys) > 0 THEN
    RETURN QUERY SELECT id FROM subject WHERE same_keys && one.near_keys LIMIT most;
    IF lean AND FOUND THEN RETURN; END IF;
  END IF;
  RETURN QUERY SELECT id FROM subject WHERE same_keys && one.whole_keys LIMIT most;
  RETURN QUERY SELECT id FROM subject WHERE same_keys && one.loose_keys LIMIT most;
  RETURN QUERY SELECT subject_id FROM subject_alias WHERE same_keys && (one.whole_keys || one.loose_keys) LIMIT most;
END $$;
