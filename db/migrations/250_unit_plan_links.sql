-- Which file came of an exemplar that an office listed in its plan. It is kept by the name as listed, so that it outlives
-- the rows, which are written anew with every edition; `unit_plan_exemplar.exemplar_id` was never filled.
ALTER TABLE unit_plan_exemplar DROP COLUMN exemplar_id;
CREATE TABLE unit_plan_exemplar_link (
  unit_plan_id bigint NOT NULL REFERENCES unit_plan,
  -- `search_key` of the name
  name_key text NOT NULL,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  linked_on date NOT NULL,
  linked_by bigint REFERENCES account,
  PRIMARY KEY (unit_plan_id, name_key),
  UNIQUE (unit_plan_id, exemplar_id)
);
CREATE INDEX unit_plan_exemplar_link_exemplar ON unit_plan_exemplar_link (exemplar_id);
