-- An office reads what it was asked, open ones by the day until which they wait, answered ones newest first, a page at a time.
DROP INDEX lead_question_open;
CREATE INDEX lead_question_open ON lead_question (office_id, due_on, id) WHERE answered_on IS NULL;
CREATE INDEX lead_question_answered_by ON lead_question (office_id, answered_on, id) WHERE answered_on IS NOT NULL;
