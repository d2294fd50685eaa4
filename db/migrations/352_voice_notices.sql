-- What citizens, asked offices and people named in files say is told to those it concerns.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('due_soon','due_today','overdue','overdue_below','reminder','returned','opinion','arrived','decided',
    'lead','question','answered','voice'));

-- What happened within the last days, however much came before.
CREATE INDEX lead_moved ON lead (moved_on);
CREATE INDEX lead_addition_day ON lead_addition (added_on);
CREATE INDEX lead_question_asked ON lead_question (asked_on) WHERE answered_on IS NULL;
CREATE INDEX lead_question_answered ON lead_question (answered_on) WHERE answered_on IS NOT NULL;
