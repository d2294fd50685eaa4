-- Whose desk a paper lies on. A paper is a unit plan, the registration of an exemplar, or a report.

CREATE TABLE desk_stay (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paper text NOT NULL CHECK (paper IN ('unit_plan','exemplar','report')),
  paper_id bigint NOT NULL,
  office_id bigint NOT NULL REFERENCES office,
  since date NOT NULL,
  -- null: it lies there now
  until date,
  due_on date,
  -- "quyết định của cơ quan chủ trì", "đơn vị bổ sung 3 mục"
  waits_for text NOT NULL,
  moved_by bigint REFERENCES account,
  -- why it was moved, where somebody above moved it
  reason text,
  CHECK (until IS NULL OR until >= since)
);
CREATE UNIQUE INDEX desk_stay_now ON desk_stay (paper, paper_id) WHERE until IS NULL;
CREATE INDEX desk_stay_paper ON desk_stay (paper, paper_id, id);
CREATE INDEX desk_stay_office_now ON desk_stay (office_id, due_on) WHERE until IS NULL;

-- One return per level, with all its reasons; a second one of the same paper needs the word of the office above.
CREATE TABLE paper_return (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paper text NOT NULL CHECK (paper IN ('unit_plan','exemplar','report')),
  paper_id bigint NOT NULL,
  by_office_id bigint NOT NULL REFERENCES office,
  returned_on date NOT NULL,
  returned_by bigint REFERENCES account,
  -- [{field, label, reason}]
  reasons jsonb NOT NULL CHECK (jsonb_array_length(reasons) > 0)
);
CREATE INDEX paper_return_paper ON paper_return (paper, paper_id, id);

-- The word of the office above that a paper may come back once more.
CREATE TABLE return_permission (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paper text NOT NULL CHECK (paper IN ('unit_plan','exemplar','report')),
  paper_id bigint NOT NULL,
  -- the office that may return it once more
  to_office_id bigint NOT NULL REFERENCES office,
  given_by bigint REFERENCES account,
  given_on date NOT NULL,
  reason text NOT NULL,
  used_by_return_id bigint REFERENCES paper_return
);
CREATE INDEX return_permission_paper ON return_permission (paper, paper_id, id);

-- One more office is asked for its opinion. It answers, or the paper goes on with a named gap; what comes late is kept
-- as a visible correction.
CREATE TABLE opinion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paper text NOT NULL CHECK (paper IN ('unit_plan','exemplar','report')),
  paper_id bigint NOT NULL,
  office_id bigint NOT NULL REFERENCES office,
  question text NOT NULL,
  asked_on date NOT NULL,
  asked_by bigint REFERENCES account,
  due_on date NOT NULL,
  answer text,
  answered_on date,
  answered_by bigint REFERENCES account,
  gap_on date,
  gap_reason text,
  gap_by bigint REFERENCES account,
  CHECK ((answer IS NULL) = (answered_on IS NULL)),
  CHECK ((gap_on IS NULL) = (gap_reason IS NULL))
);
CREATE INDEX opinion_paper ON opinion (paper, paper_id, id);
CREATE INDEX opinion_open ON opinion (office_id, due_on) WHERE answered_on IS NULL;
