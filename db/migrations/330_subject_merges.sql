-- What is known of a subject beside its exemplars: awards from before; and merging of subjects that turned out to be
-- one (decision 024). The one that is merged stays as a row, so that old links and its history stay.

ALTER TABLE subject ADD COLUMN merged_into_id bigint REFERENCES subject;
ALTER TABLE subject ADD CHECK (merged_into_id <> id);
CREATE INDEX subject_merged_into ON subject (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- The list of subjects in the order of Vietnamese lists.
CREATE INDEX subject_sorted ON subject (given_name COLLATE "vi-x-icu", full_name COLLATE "vi-x-icu", id)
  WHERE merged_into_id IS NULL;

-- Whoever registers a subject that was merged meanwhile registers the one that was kept.
CREATE OR REPLACE FUNCTION exemplar_copy_subject() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept bigint;
BEGIN
  LOOP
    SELECT kind, given_name, full_name, merged_into_id
      INTO NEW.subject_kind, NEW.given_name, NEW.full_name, kept
      FROM subject WHERE id = NEW.subject_id;
    EXIT WHEN kept IS NULL OR TG_OP <> 'INSERT';
    NEW.subject_id := kept;
  END LOOP;
  RETURN NEW;
END $$;

-- Awards that a subject had already: they are no work of this programme and never count in its figures.
CREATE TABLE past_award (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_id bigint NOT NULL REFERENCES subject,
  -- of the catalogue, or in the words of the paper
  award_form_id bigint REFERENCES award_form,
  form_words text CHECK (length(form_words) BETWEEN 1 AND 200),
  number text CHECK (length(number) <= 100),
  decided_on date,
  given_by text CHECK (length(given_by) <= 200),
  -- the year for which it was given, where that is said
  year int CHECK (year BETWEEN 1930 AND 2100),
  for_what text CHECK (length(for_what) <= 1000),
  source text NOT NULL CHECK (source IN ('paper','told','imported')),
  -- who has seen the paper or asked the giver
  confirmed_by text CHECK (length(confirmed_by) <= 200),
  -- the office that wrote it down, in whose reach it lies
  office_id bigint NOT NULL REFERENCES office,
  recorded_by bigint REFERENCES account,
  recorded_on date NOT NULL,
  import_batch_id bigint REFERENCES import_batch,
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  CHECK ((award_form_id IS NULL) <> (form_words IS NULL))
);
CREATE INDEX past_award_subject ON past_award (subject_id, id);
CREATE INDEX past_award_office ON past_award (office_id);
CREATE INDEX past_award_import_batch ON past_award (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE FUNCTION past_award_of_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept bigint;
BEGIN
  LOOP
    SELECT merged_into_id INTO kept FROM subject WHERE id = NEW.subject_id;
    EXIT WHEN kept IS NULL;
    NEW.subject_id := kept;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER past_award_of_kept BEFORE INSERT ON past_award FOR EACH ROW EXECUTE FUNCTION past_award_of_kept();

-- What an import did to a subject, asked from its page.
CREATE INDEX import_row_subject ON import_row (subject_id) WHERE subject_id IS NOT NULL;

-- Two subjects became one; taken back, the row stays.
CREATE TABLE subject_merge (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kept_id bigint NOT NULL REFERENCES subject,
  gone_id bigint NOT NULL REFERENCES subject,
  merged_by bigint REFERENCES account,
  merged_by_name text NOT NULL,
  merged_on date NOT NULL,
  reason text NOT NULL,
  -- what agreed beside the name, in words; and what was passed over with the reason
  agreed text[] NOT NULL DEFAULT '{}',
  overrides text[] NOT NULL DEFAULT '{}',
  override_reason text,
  -- the facts of both before, and of the kept one after
  kept_before jsonb NOT NULL,
  gone_before jsonb NOT NULL,
  kept_after jsonb NOT NULL,
  -- key of what belongs to a subject → ids of its rows that moved
  moved jsonb NOT NULL,
  -- key → up to where their own history had come, so that what was done since is told from what was done before
  marks jsonb NOT NULL DEFAULT '{}',
  -- the alias that the name not chosen became
  alias_id bigint,
  undone_on date,
  undone_by bigint REFERENCES account,
  undone_by_name text,
  undone_reason text,
  CHECK (kept_id <> gone_id),
  CHECK ((undone_on IS NULL) = (undone_reason IS NULL))
);
CREATE UNIQUE INDEX subject_merge_gone ON subject_merge (gone_id) WHERE undone_on IS NULL;
CREATE INDEX subject_merge_kept ON subject_merge (kept_id, id);
CREATE INDEX subject_merge_gone_all ON subject_merge (gone_id, id);

-- Subjects that may be one, found in the background; and those of which somebody said that they are not.
CREATE TABLE subject_pair (
  one_id bigint NOT NULL REFERENCES subject ON DELETE CASCADE,
  other_id bigint NOT NULL REFERENCES subject ON DELETE CASCADE,
  strength text NOT NULL CHECK (strength IN ('strong','possible')),
  reasons jsonb NOT NULL,
  -- the subject from which it was found last
  found_from bigint NOT NULL,
  found_on date NOT NULL,
  decided_on date,
  decided_by bigint REFERENCES account,
  decided_by_name text,
  decided_reason text CHECK (length(decided_reason) <= 2000),
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
);
CREATE INDEX subject_pair_other ON subject_pair (other_id);
CREATE INDEX subject_pair_found_from ON subject_pair (found_from) WHERE decided_on IS NULL;
CREATE INDEX subject_pair_open ON subject_pair (strength DESC, one_id, other_id) WHERE decided_on IS NULL;

-- How far the search for them has come: one row.
CREATE TABLE subject_pair_search (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  -- subjects up to this id were asked about
  upto_id bigint NOT NULL DEFAULT 0,
  searched_on date,
  searched int NOT NULL DEFAULT 0,
  -- whether all subjects have been asked about once
  complete_on date
);
INSERT INTO subject_pair_search DEFAULT VALUES;
