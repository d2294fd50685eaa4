-- The head of the audit's chain moves once per transaction, not once per event. Moved for each event, it leaves a dead
-- version of its row behind that nothing can clear away before the commit: ten thousand events in one transaction (an
-- import, the sample) took 7 s, and every further thousand longer than the one before.

-- Events of this transaction stand beyond the head until it commits; the row lock keeps all other writers out until
-- then. Should the newest events have been removed by hand, the head still knows the number and the hash they had.
CREATE OR REPLACE FUNCTION audit_event_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
  newest record;
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  SELECT id, hash INTO newest FROM audit_event ORDER BY id DESC LIMIT 1;
  IF newest.id > head.id THEN
    head.id := newest.id;
    head.hash := newest.hash;
  END IF;
  NEW.id := head.id + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;

-- max(id), not NOT EXISTS: of a number that it does not know the planner expects many events beyond it.
CREATE FUNCTION audit_event_move_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id = (SELECT max(id) FROM audit_event) THEN
    UPDATE audit_head SET id = NEW.id, hash = NEW.hash;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_event_move_head AFTER INSERT ON audit_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_event_move_head();
