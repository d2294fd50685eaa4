-- What follows from steps (see 215) is written for all steps of a statement at once: an import of 300,000 steps was slow
-- for asking three times for each. One step, or several of one exemplar, come to the same as one after the other.
CREATE FUNCTION exemplar_steps_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  comes boolean;
  leaves boolean;
  cared_before bigint[];
BEGIN
  INSERT INTO exemplar_proposed (office_id, on_day)
    SELECT DISTINCT e.office_id, s.on_day FROM came s JOIN exemplar e ON e.id = s.exemplar_id
    WHERE s.action = 'propose'
    ON CONFLICT DO NOTHING;
  SELECT bool_or(is_under_care(to_state)), bool_or(NOT is_under_care(to_state)) INTO comes, leaves FROM came;
  cared_before := ARRAY(
    SELECT c.exemplar_id FROM came s JOIN exemplar_care c ON c.exemplar_id = s.exemplar_id AND c.to_on IS NULL);
  IF leaves AND cared_before <> '{}' THEN
    -- the first step out of care ends the stretch that was open
    DELETE FROM exemplar_care c USING (
      SELECT DISTINCT ON (exemplar_id) exemplar_id, on_day FROM came WHERE NOT is_under_care(to_state)
      ORDER BY exemplar_id, id) AS out
    WHERE c.exemplar_id = out.exemplar_id AND c.to_on IS NULL AND c.from_on >= out.on_day;
    UPDATE exemplar_care c SET to_on = out.on_day FROM (
      SELECT DISTINCT ON (exemplar_id) exemplar_id, on_day FROM came WHERE NOT is_under_care(to_state)
      ORDER BY exemplar_id, id) AS out
    WHERE c.exemplar_id = out.exemplar_id AND c.to_on IS NULL;
  END IF;
  IF NOT comes THEN RETURN NULL; END IF;
  -- each run of steps under care is a stretch, from its first day to that of the step that leads out of it
  INSERT INTO exemplar_care (exemplar_id, office_id, from_on, to_on)
    SELECT run.exemplar_id, e.office_id, run.from_on, run.to_on
    FROM (
      SELECT exemplar_id, step.run, (array_agg(on_day ORDER BY id) FILTER (WHERE cared))[1] AS from_on,
        max(on_day) FILTER (WHERE NOT cared) AS to_on
      FROM (
        SELECT id, exemplar_id, on_day, is_under_care(to_state) AS cared,
          count(*) FILTER (WHERE NOT is_under_care(to_state)) OVER (PARTITION BY exemplar_id ORDER BY id)
            - (NOT is_under_care(to_state))::int AS run
        FROM came
      ) AS step
      GROUP BY exemplar_id, step.run HAVING bool_or(cared)
    ) AS run JOIN exemplar e ON e.id = run.exemplar_id
    WHERE (run.to_on IS NULL OR run.from_on < run.to_on)
      -- the first run carries on with the stretch that was open
      AND NOT (run.run = 0 AND EXISTS (SELECT FROM unnest(cared_before) AS before WHERE before = run.exemplar_id))
    ON CONFLICT (exemplar_id) WHERE to_on IS NULL DO NOTHING;
  RETURN NULL;
END $$;
DROP TRIGGER exemplar_step_follows ON exemplar_step;
DROP FUNCTION exemplar_step_follows();
CREATE TRIGGER exemplar_steps_follow AFTER INSERT ON exemplar_step REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_steps_follow();
