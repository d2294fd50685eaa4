-- Pairs that may be one are read on from the last one shown, by a comparison of whole keys: that needs all of them in one
-- direction, the surer ones first.
DROP INDEX subject_pair_open;
CREATE INDEX subject_pair_open ON subject_pair
  ((CASE strength WHEN 'strong' THEN 0 ELSE 1 END), one_id, other_id) WHERE decided_on IS NULL;
