-- The picture of a plan counts its exemplars by field, by share of an office and by office: all read from an index alone.
CREATE INDEX exemplar_field_counts ON exemplar (field_id, subject_kind, state, held_from, office_id);
CREATE INDEX exemplar_plan_offices ON exemplar (plan_id, office_id, state);
-- what it did, `exemplar_plan_offices` and `exemplar_field_counts` do as well
DROP INDEX exemplar_plan_state;
