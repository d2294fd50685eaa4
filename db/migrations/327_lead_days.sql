-- Days of the office for what citizens propose, until it sets others: late without a step, for an answer, and for how
-- long a contact is kept after the end.
INSERT INTO setting (key, value) VALUES ('lead_days', '{"late": 7, "answer": 10, "contact": 30}')
ON CONFLICT (key) DO NOTHING;
