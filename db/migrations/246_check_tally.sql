-- Whether a check that was due was done is asked of every exemplar under care and every check of the year: at 100,000
-- exemplars and five years of duties half a second for each page that shows it. What is asked is kept instead, counted
-- anew from the things themselves whenever one of them changes: for each due day of a duty of checks, and each office
-- with which exemplars lie, how many were under care on the day, and how many of those were checked in the year.

-- The due days, with the year whose checks they ask for; as `duty_item` has them.
CREATE TABLE check_day (
  due_on date NOT NULL,
  year int NOT NULL,
  PRIMARY KEY (due_on, year)
);

-- Offices with nothing under care on the day have no row.
CREATE TABLE check_tally (
  office_id bigint NOT NULL REFERENCES office,
  due_on date NOT NULL,
  year int NOT NULL,
  cared int NOT NULL CHECK (cared > 0),
  checked int NOT NULL CHECK (checked <= cared),
  last_on date,
  PRIMARY KEY (office_id, due_on, year)
);

-- Counts the given cells anew: one office, due day and year from each place of the three lists.
CREATE FUNCTION tally_checks(offices bigint[], days date[], years int[]) RETURNS void LANGUAGE plpgsql STRICT AS $$
BEGIN
  DELETE FROM check_tally t USING unnest(offices, days, years) AS cell (office_id, due_on, year)
    WHERE t.office_id = cell.office_id AND t.due_on = cell.due_on AND t.year = cell.year;
  INSERT INTO check_tally (office_id, due_on, year, cared, checked, last_on)
    SELECT c.office_id, cell.due_on, cell.year, count(*), count(k.checked_on), max(k.checked_on)
    FROM unnest(offices, days, years) AS cell (office_id, due_on, year)
    JOIN exemplar_care c ON c.office_id = cell.office_id
      AND c.from_on <= cell.due_on AND (c.to_on IS NULL OR c.to_on > cell.due_on)
    LEFT JOIN exemplar_check k ON k.year = cell.year AND k.exemplar_id = c.exemplar_id
    GROUP BY c.office_id, cell.due_on, cell.year;
END $$;

-- The same after a change to what is counted: office by office one after the other, so that each counts what those before
-- it have committed, and never while the due days themselves change.
CREATE FUNCTION tally_checks_in_turn(offices bigint[], days date[], years int[]) RETURNS void
LANGUAGE plpgsql STRICT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('check_tally'), id::int)
    FROM (SELECT DISTINCT unnest(offices) AS id ORDER BY 1) AS office;
  PERFORM tally_checks(offices, days, years);
END $$;

CREATE FUNCTION exemplar_care_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE check_day IN ROW SHARE MODE;
  IF TG_OP <> 'INSERT' THEN
    PERFORM tally_checks_in_turn(array_agg(office_id), array_agg(due_on), array_agg(year)) FROM (
      SELECT DISTINCT c.office_id, d.due_on, d.year FROM gone c
      JOIN check_day d ON c.from_on <= d.due_on AND (c.to_on IS NULL OR c.to_on > d.due_on)) AS cell;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM tally_checks_in_turn(array_agg(office_id), array_agg(due_on), array_agg(year)) FROM (
      SELECT DISTINCT c.office_id, d.due_on, d.year FROM came c
      JOIN check_day d ON c.from_on <= d.due_on AND (c.to_on IS NULL OR c.to_on > d.due_on)) AS cell;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_care_comes AFTER INSERT ON exemplar_care REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_care_tallies();
CREATE TRIGGER exemplar_care_changes AFTER UPDATE ON exemplar_care REFERENCING OLD TABLE AS gone NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_care_tallies();
CREATE TRIGGER exemplar_care_goes AFTER DELETE ON exemplar_care REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_care_tallies();

CREATE FUNCTION exemplar_check_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE check_day IN ROW SHARE MODE;
  IF TG_OP <> 'INSERT' THEN
    PERFORM tally_checks_in_turn(array_agg(office_id), array_agg(due_on), array_agg(year)) FROM (
      SELECT DISTINCT c.office_id, d.due_on, d.year FROM gone k JOIN check_day d ON d.year = k.year
      JOIN exemplar_care c ON c.exemplar_id = k.exemplar_id
        AND c.from_on <= d.due_on AND (c.to_on IS NULL OR c.to_on > d.due_on)) AS cell;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM tally_checks_in_turn(array_agg(office_id), array_agg(due_on), array_agg(year)) FROM (
      SELECT DISTINCT c.office_id, d.due_on, d.year FROM came k JOIN check_day d ON d.year = k.year
      JOIN exemplar_care c ON c.exemplar_id = k.exemplar_id
        AND c.from_on <= d.due_on AND (c.to_on IS NULL OR c.to_on > d.due_on)) AS cell;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_check_comes AFTER INSERT ON exemplar_check REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_check_tallies();
CREATE TRIGGER exemplar_check_changes AFTER UPDATE ON exemplar_check REFERENCING OLD TABLE AS gone NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_check_tallies();
CREATE TRIGGER exemplar_check_goes AFTER DELETE ON exemplar_check REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION exemplar_check_tallies();

-- Brings the due days in line with the items, and counts the new ones.
CREATE FUNCTION check_days_follow() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  new_days date[];
  new_years int[];
BEGIN
  -- waits for whoever is changing what is counted, and holds off those that follow
  LOCK TABLE check_day IN EXCLUSIVE MODE;
  DELETE FROM check_day c WHERE NOT EXISTS (SELECT FROM duty_item i JOIN duty d ON d.id = i.duty_id
    WHERE d.what = 'check' AND i.due_on = c.due_on AND extract(year FROM i.period_to) = c.year);
  DELETE FROM check_tally t WHERE NOT EXISTS (
    SELECT FROM check_day c WHERE c.due_on = t.due_on AND c.year = t.year);
  WITH added AS (
    INSERT INTO check_day (due_on, year)
    SELECT DISTINCT i.due_on, extract(year FROM i.period_to)::int
    FROM duty_item i JOIN duty d ON d.id = i.duty_id WHERE d.what = 'check'
    ON CONFLICT DO NOTHING RETURNING due_on, year
  )
  SELECT array_agg(due_on), array_agg(year) INTO new_days, new_years FROM added;
  PERFORM tally_checks(array_agg(o.id), array_agg(added.due_on), array_agg(added.year))
    FROM unnest(new_days, new_years) AS added (due_on, year), office o;
END $$;

CREATE FUNCTION duty_item_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched boolean;
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      touched := EXISTS (SELECT FROM came i JOIN duty d ON d.id = i.duty_id WHERE d.what = 'check');
    WHEN 'UPDATE' THEN
      touched := EXISTS (SELECT FROM came i JOIN gone g ON g.id = i.id JOIN duty d ON d.id = i.duty_id
        WHERE d.what = 'check' AND (i.due_on, i.period_to) <> (g.due_on, g.period_to));
    ELSE
      -- their duty may be gone as well
      touched := EXISTS (SELECT FROM gone i JOIN check_day c ON c.due_on = i.due_on);
  END CASE;
  IF touched THEN PERFORM check_days_follow(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER duty_item_comes AFTER INSERT ON duty_item REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION duty_item_tallies();
CREATE TRIGGER duty_item_changes AFTER UPDATE ON duty_item REFERENCING OLD TABLE AS gone NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION duty_item_tallies();
CREATE TRIGGER duty_item_goes AFTER DELETE ON duty_item REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION duty_item_tallies();

CREATE FUNCTION duty_changes_what() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_days_follow();
  RETURN NULL;
END $$;
CREATE TRIGGER duty_changes_what AFTER UPDATE OF what ON duty
  FOR EACH ROW WHEN (OLD.what IS DISTINCT FROM NEW.what) EXECUTE FUNCTION duty_changes_what();

-- What stands already.
SELECT check_days_follow();
