-- The lead office of a field chooses among its candidates: decisions prepared and applied together, who has nobody to
-- propose, and the order of the waiting list.

-- An office that has nobody to propose says so, with why; what it proposes later speaks for itself.
CREATE TABLE field_answer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_id bigint NOT NULL REFERENCES pilot_field,
  office_id bigint NOT NULL REFERENCES office,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  answered_on date NOT NULL,
  answered_by bigint REFERENCES account,
  version int NOT NULL DEFAULT 1,
  UNIQUE (field_id, office_id)
);

-- Decisions that are prepared one by one and applied together, all or none.
CREATE TABLE decision_list (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  field_id bigint NOT NULL REFERENCES pilot_field,
  -- the office that decides: that which leads the field when the list is begun
  office_id bigint NOT NULL REFERENCES office,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','applied')),
  begun_on date NOT NULL,
  begun_by bigint REFERENCES account,
  -- the day of the decision, which may be before the day on which it was applied
  decided_on date,
  applied_on date,
  applied_by bigint REFERENCES account,
  -- number, day, signer … of the paper, as typed
  paper jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  CHECK ((state = 'applied') = (decided_on IS NOT NULL)),
  CHECK ((decided_on IS NULL) = (applied_on IS NULL))
);
CREATE UNIQUE INDEX decision_list_open ON decision_list (field_id, office_id) WHERE state = 'open';
CREATE INDEX decision_list_field ON decision_list (field_id, id);

CREATE TABLE prepared_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES decision_list,
  exemplar_id bigint NOT NULL REFERENCES exemplar,
  action text NOT NULL CHECK (action IN ('choose','wait','decline')),
  reason text CHECK (length(reason) <= 2000),
  -- why the rules that may be overridden are passed over
  override_reason text CHECK (length(override_reason) <= 2000),
  -- the exemplar as it stood when this was prepared: what changed since must be looked at again
  seen_version int NOT NULL,
  prepared_by bigint REFERENCES account,
  prepared_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  -- name, place and office as the paper tells them, kept when the list is applied
  told jsonb,
  CHECK (action = 'choose' OR reason IS NOT NULL),
  UNIQUE (list_id, exemplar_id)
);
CREATE INDEX prepared_decision_exemplar ON prepared_decision (exemplar_id);

-- What the decision paper of a plan says; the row without a plan is for every plan that has none of its own. Words in
-- double braces stand for what is known of the list.
CREATE TABLE decision_wording (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint UNIQUE NULLS NOT DISTINCT REFERENCES plan,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 400),
  -- one ground to a row, before that of the plan itself
  basis text[] NOT NULL DEFAULT '{}',
  -- one article to a row, without its number
  articles text[] NOT NULL CHECK (cardinality(articles) BETWEEN 1 AND 20),
  version int NOT NULL DEFAULT 1
);
INSERT INTO decision_wording (plan_id, kind, subject, basis, articles) VALUES (NULL, 'Quyết định',
  'Về việc lựa chọn điển hình tiên tiến để bồi dưỡng theo Kế hoạch {{kế hoạch}}, lĩnh vực {{lĩnh vực}}',
  '{"Căn cứ chức năng, nhiệm vụ, quyền hạn của {{cơ quan}};","Xét đề nghị của các cơ quan, đơn vị, địa phương"}',
  '{"Lựa chọn {{số được chọn}} điển hình tiên tiến lĩnh vực {{lĩnh vực}} để bồi dưỡng theo Kế hoạch {{kế hoạch}} (có danh sách kèm theo).","Các cơ quan, đơn vị đã đề nghị có trách nhiệm thực hiện kế hoạch bồi dưỡng, kiểm tra, giúp đỡ điển hình và báo cáo kết quả theo quy định.","Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan và các điển hình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này."}');

-- The order of the waiting list: a place is taken by coming into the list, and given up by leaving it, whoever does it.
CREATE SEQUENCE waiting_order;
CREATE TABLE waiting_place (
  exemplar_id bigint PRIMARY KEY REFERENCES exemplar,
  ord bigint NOT NULL DEFAULT nextval('waiting_order'),
  -- why somebody moved it, and when; null: it stands where it came in
  moved_reason text CHECK (length(moved_reason) <= 2000),
  moved_on date,
  moved_by bigint REFERENCES account,
  CHECK ((moved_reason IS NULL) = (moved_on IS NULL))
);

CREATE FUNCTION keep_waiting_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'waiting' THEN
    INSERT INTO waiting_place (exemplar_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM waiting_place WHERE exemplar_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exemplar_waits AFTER INSERT ON exemplar FOR EACH ROW WHEN (NEW.state = 'waiting')
  EXECUTE FUNCTION keep_waiting_place();
CREATE TRIGGER exemplar_waits_or_not AFTER UPDATE OF state ON exemplar FOR EACH ROW
  WHEN (NEW.state IS DISTINCT FROM OLD.state AND 'waiting' IN (NEW.state, OLD.state))
  EXECUTE FUNCTION keep_waiting_place();

INSERT INTO waiting_place (exemplar_id)
  SELECT e.id FROM exemplar e WHERE e.state = 'waiting'
  ORDER BY (SELECT max(s.id) FROM exemplar_step s WHERE s.exemplar_id = e.id AND s.to_state = 'waiting'), e.id;

-- The decisions of a day, to be told to those who proposed.
CREATE INDEX exemplar_step_decided ON exemplar_step (at) WHERE action IN ('choose','wait','decline');

ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('due_soon','due_today','overdue','overdue_below','reminder','returned','opinion','arrived','decided'));
