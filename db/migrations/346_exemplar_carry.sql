-- What a file takes over from one that is merged into it. Rows move instead of being copied as migration 331 meant it:
-- a figure that stood in two files would be added up twice (decision 026). Nothing has been written here before.
ALTER TABLE exemplar_carry
  DROP COLUMN achievements,
  DROP COLUMN evidence,
  -- what the kept file lacked, by name: 'title', 'statement' …; the closed file still has the words
  ADD COLUMN facts text[] NOT NULL DEFAULT '{}',
  -- {"achievement": {"12": fingerprint}, …}: ids of the rows that moved, with how they stood then
  ADD COLUMN moved jsonb NOT NULL DEFAULT '{}',
  -- [{from, to, achievementWas}]: evidence that something left behind needs too, so that both have a piece of it
  ADD COLUMN copies jsonb NOT NULL DEFAULT '[]',
  -- the last step of the kept file at that time: what was decided since rests on what was taken over
  ADD COLUMN last_step_id bigint NOT NULL,
  ADD COLUMN carried_by bigint REFERENCES account,
  ADD COLUMN undone_by bigint REFERENCES account,
  ADD CHECK (gone_id <> kept_id);
