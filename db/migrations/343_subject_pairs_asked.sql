-- The search for subjects that may be one, over the whole set: asked for by somebody, without waiting for the night.

ALTER TABLE subject_pair_search
  ADD COLUMN asked_on date,
  ADD COLUMN asked_by_name text,
  -- how many were asked about in the round that is under way; `searched` is of the last whole round
  ADD COLUMN searched_so_far int NOT NULL DEFAULT 0;

-- The list of those that somebody told apart.
CREATE INDEX subject_pair_decided ON subject_pair (decided_on DESC, one_id, other_id) WHERE decided_on IS NOT NULL;
