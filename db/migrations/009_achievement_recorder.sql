-- Who typed the figure as it stands: nobody confirms their own. Null for figures from before it was kept.
ALTER TABLE achievement ADD COLUMN recorded_by bigint REFERENCES account;
