-- The other two orders of the list of exemplars. Measured with 100,000 rows: 50 and 65 ms a page without, 2 to 4 with.

CREATE INDEX exemplar_changed ON exemplar (updated_at, id);
-- By office: offices come in their order from here, the exemplars of each by `exemplar_office`.
CREATE INDEX office_sorted ON office (name COLLATE "vi-x-icu", id);

-- What is overdue, for "Việc của tôi".
CREATE INDEX help_task_open ON help_task (due_on) WHERE done_on IS NULL;
CREATE INDEX support_action_open ON support_action (due_on) WHERE done_on IS NULL;

-- The portal: the newest stories first, and its numbers.
CREATE INDEX honour_newest ON honour (honoured_on, id);
CREATE INDEX exemplar_cared ON exemplar (state, office_id) WHERE state IN ('nurtured', 'recognised', 'honoured');
