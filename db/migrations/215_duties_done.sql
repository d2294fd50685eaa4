-- When a duty was done is asked of the things themselves. Two narrow tables kept by trigger make that cheap at 100,000
-- exemplars: the stretches of time in which an exemplar was under care, and the days on which an office proposed one.

-- Raised whenever the day or the period of an item moves: calendars that subscribe see by it that it did.
ALTER TABLE duty_item ADD COLUMN revision int NOT NULL DEFAULT 0;
-- A duty that was taken off while things of it were done or excused: it makes no further items.
ALTER TABLE duty ADD COLUMN ended_on date;
CREATE INDEX duty_plan ON duty (plan_id, ord);

-- Under care (nurtured, recognised, honoured) from a day until the day before `to_on`; null: it is now.
CREATE TABLE exemplar_care (
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  office_id bigint NOT NULL REFERENCES office,
  from_on date NOT NULL,
  to_on date,
  CHECK (to_on > from_on)
);
CREATE UNIQUE INDEX exemplar_care_now ON exemplar_care (exemplar_id) WHERE to_on IS NULL;
-- holds all that is asked of it, so that the table itself is not read
CREATE INDEX exemplar_care_office ON exemplar_care (office_id, from_on, to_on) INCLUDE (exemplar_id);
CREATE INDEX exemplar_care_exemplar ON exemplar_care (exemplar_id);

-- An office proposed an exemplar on a day: the office of that day, wherever the exemplar moved since.
CREATE TABLE exemplar_proposed (
  office_id bigint NOT NULL REFERENCES office,
  on_day date NOT NULL,
  PRIMARY KEY (office_id, on_day)
);

CREATE FUNCTION is_under_care(state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT state IN ('nurtured', 'recognised', 'honoured') $$;

CREATE FUNCTION exemplar_step_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE office bigint;
BEGIN
  SELECT office_id INTO office FROM exemplar WHERE id = NEW.exemplar_id;
  IF NEW.action = 'propose' THEN
    INSERT INTO exemplar_proposed VALUES (office, NEW.on_day) ON CONFLICT DO NOTHING;
  END IF;
  IF is_under_care(NEW.to_state) THEN
    INSERT INTO exemplar_care VALUES (NEW.exemplar_id, office, NEW.on_day, NULL)
      ON CONFLICT (exemplar_id) WHERE to_on IS NULL DO NOTHING;
  ELSE
    DELETE FROM exemplar_care WHERE exemplar_id = NEW.exemplar_id AND to_on IS NULL AND from_on >= NEW.on_day;
    UPDATE exemplar_care SET to_on = NEW.on_day WHERE exemplar_id = NEW.exemplar_id AND to_on IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_step_follows AFTER INSERT ON exemplar_step
  FOR EACH ROW EXECUTE FUNCTION exemplar_step_follows();

CREATE FUNCTION exemplar_care_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exemplar_care SET office_id = NEW.office_id WHERE exemplar_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_care_moves AFTER UPDATE OF office_id ON exemplar
  FOR EACH ROW WHEN (OLD.office_id IS DISTINCT FROM NEW.office_id) EXECUTE FUNCTION exemplar_care_moves();

-- What stands already: islands of steps under care, one after the other.
INSERT INTO exemplar_proposed
  SELECT DISTINCT e.office_id, s.on_day FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id
  WHERE s.action = 'propose';
INSERT INTO exemplar_care
  SELECT exemplar_id, office_id, min(on_day), nullif(max(next_day), 'infinity')
  FROM (
    SELECT s.exemplar_id, e.office_id, s.on_day, is_under_care(s.to_state) AS cared,
      coalesce(lead(s.on_day) OVER steps, 'infinity') AS next_day,
      count(*) FILTER (WHERE NOT is_under_care(s.to_state)) OVER steps AS island
    FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id
    WINDOW steps AS (PARTITION BY s.exemplar_id ORDER BY s.id)
  ) AS step
  WHERE cared
  GROUP BY exemplar_id, office_id, island HAVING min(on_day) < max(next_day);

-- The checks of a year are read from the index alone.
DROP INDEX exemplar_check_year;
CREATE INDEX exemplar_check_year ON exemplar_check (year, exemplar_id) INCLUDE (checked_on);
