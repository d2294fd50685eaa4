-- The candidates of many probes at once, or of one: what `same_candidates` (migration 302) answered for each, asked of the
-- indexes by one plan for all instead of by four planned anew for each: 20,000 rows of a list took 4.1 s of the database, now
-- 2 s. `probes` are objects {kind, name, birth, communes}; `n` counts them from 1. `most` of each sort; `lean`: where some
-- are found near by, namesakes elsewhere are not looked for.
CREATE FUNCTION same_candidates_of_many(probes jsonb, most int, lean boolean) RETURNS TABLE (n int, id bigint)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT p.nth::int AS nth, k.near_keys, k.whole_keys, k.loose_keys
    FROM ROWS FROM (jsonb_array_elements(probes)) WITH ORDINALITY AS p (one, nth),
      same_keys_in(p.one ->> 'kind', p.one ->> 'name', (p.one ->> 'birth')::int,
        ARRAY(SELECT jsonb_array_elements_text(p.one -> 'communes')), true) AS k
    WHERE cardinality(k.whole_keys) > 0
  ), near AS MATERIALIZED (
    SELECT a.nth, s.id FROM asked a,
      LATERAL (SELECT x.id FROM subject x WHERE x.same_keys && a.near_keys LIMIT most) AS s
    WHERE cardinality(a.near_keys) > 0
  ), wide AS MATERIALIZED (
    SELECT a.* FROM asked a WHERE NOT lean OR NOT a.nth = ANY (ARRAY(SELECT DISTINCT e.nth FROM near e))
  )
  SELECT e.nth, e.id FROM near e
  UNION ALL
  SELECT w.nth, s.id FROM wide w,
    LATERAL (SELECT x.id FROM subject x WHERE x.same_keys && w.whole_keys LIMIT most) AS s
  UNION ALL
  SELECT w.nth, s.id FROM wide w,
    LATERAL (SELECT x.id FROM subject x WHERE x.same_keys && w.loose_keys LIMIT most) AS s
  UNION ALL
  SELECT w.nth, s.subject_id FROM wide w,
    LATERAL (SELECT x.subject_id FROM subject_alias x WHERE x.same_keys && (w.whole_keys || w.loose_keys) LIMIT most) AS s;
END $$;

DROP FUNCTION same_candidates(text, text, int, text[], int, boolean);
