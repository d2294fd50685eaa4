-- What happened to a paper is told of once to each person, at whatever hour of the day it happened.
ALTER TABLE notice ADD COLUMN thing text CHECK (length(thing) <= 60);
CREATE UNIQUE INDEX notice_thing_once ON notice (account_id, kind, thing) WHERE thing IS NOT NULL;
-- Looked for every minute: which papers came to a desk since yesterday.
CREATE INDEX desk_stay_since ON desk_stay (since) WHERE until IS NULL;
CREATE INDEX opinion_asked ON opinion (asked_on) WHERE answered_on IS NULL;

-- A try that is under way. One that never ended leaves its moment here: nobody knows whether the letter went out.
ALTER TABLE mail ADD COLUMN trying_since timestamptz;
-- The newest notice that stands in the letter; the next one begins after it.
ALTER TABLE mail ADD COLUMN until_notice_id bigint;
