-- Where every travelling paper lies, longest first. The author's office is kept with the stay, so that the list knows
-- whose papers are whose without asking each sort of paper.

ALTER TABLE desk_stay ADD COLUMN author_office_id bigint REFERENCES office;

CREATE FUNCTION author_of_paper(paper text, paper_id bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE paper
    WHEN 'exemplar' THEN (SELECT office_id FROM exemplar WHERE id = paper_id)
    WHEN 'unit_plan' THEN (SELECT office_id FROM unit_plan WHERE id = paper_id)
    WHEN 'report' THEN (SELECT office_id FROM report WHERE id = paper_id)
  END
$$;

CREATE FUNCTION desk_stay_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.author_office_id := author_of_paper(NEW.paper, NEW.paper_id);
  RETURN NEW;
END $$;
CREATE TRIGGER desk_stay_author BEFORE INSERT ON desk_stay FOR EACH ROW EXECUTE FUNCTION desk_stay_author();
UPDATE desk_stay SET author_office_id = author_of_paper(paper, paper_id);

-- An exemplar that moves to another office takes its papers along.
CREATE FUNCTION exemplar_desk_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE desk_stay SET author_office_id = NEW.office_id
    WHERE paper = 'exemplar' AND paper_id = NEW.id AND until IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_desk_moves AFTER UPDATE OF office_id ON exemplar
  FOR EACH ROW WHEN (OLD.office_id IS DISTINCT FROM NEW.office_id) EXECUTE FUNCTION exemplar_desk_moves();

CREATE INDEX desk_stay_longest ON desk_stay (since, id) WHERE until IS NULL;
CREATE INDEX desk_stay_author_now ON desk_stay (author_office_id) WHERE until IS NULL;
CREATE INDEX paper_return_office ON paper_return (by_office_id);
CREATE INDEX opinion_office ON opinion (office_id);
