-- An office that is to bring candidates of a field and is silent was reminded; where it owes no duty item there is nothing
-- else to remind it by. Once a day at the most.
CREATE TABLE field_reminder (
  field_id bigint NOT NULL REFERENCES pilot_field,
  office_id bigint NOT NULL REFERENCES office,
  reminded_on date NOT NULL,
  reminded_by bigint REFERENCES account,
  PRIMARY KEY (field_id, office_id, reminded_on)
);
