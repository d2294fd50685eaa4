-- What was under way before papers had desks is laid on the desk where it waits. Run again it changes nothing.

-- The n-th working day after a day: weekdays, less the days off, plus the weekend days worked in exchange.
CREATE OR REPLACE FUNCTION working_day_after(from_on date, n int) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT d::date FROM generate_series(from_on + 1, from_on + 2 * n + 40, interval '1 day') AS d
  LEFT JOIN holiday h ON h.day = d::date
  WHERE CASE WHEN h.day IS NULL THEN extract(isodow FROM d) < 6 ELSE h.kind = 'work' END
  ORDER BY d OFFSET n - 1 LIMIT 1
$$;

INSERT INTO desk_stay (paper, paper_id, office_id, since, due_on, waits_for)
SELECT 'exemplar', e.id, desk.office_id, lay.since,
  CASE e.state WHEN 'proposed' THEN working_day_after(lay.since, 15) WHEN 'held' THEN working_day_after(lay.since, 15)
    WHEN 'returned' THEN working_day_after(lay.since, 10) END,
  CASE e.state WHEN 'proposed' THEN 'quyết định lựa chọn' WHEN 'waiting' THEN 'chọn khi có chỗ (danh sách chờ)'
    WHEN 'held' THEN 'xác minh' ELSE 'đơn vị bổ sung' END
FROM exemplar e
JOIN office o ON o.id = e.office_id
LEFT JOIN pilot_field f ON f.id = e.field_id
LEFT JOIN LATERAL (SELECT s.on_day FROM exemplar_step s WHERE s.exemplar_id = e.id ORDER BY s.id DESC LIMIT 1) AS last ON true
CROSS JOIN LATERAL (SELECT coalesce(last.on_day, e.updated_at::date) AS since) AS lay
LEFT JOIN LATERAL (
  SELECT r.office_id FROM office_duty_role r WHERE r.role = 'standing_body'
    AND coalesce(r.valid_from, lay.since) <= lay.since AND coalesce(r.valid_to, lay.since) >= lay.since
  ORDER BY r.office_id LIMIT 1) AS standing ON true
CROSS JOIN LATERAL (SELECT CASE e.state
    WHEN 'returned' THEN e.office_id
    WHEN 'held' THEN coalesce(standing.office_id, f.lead_office_id, o.path[1])
    ELSE coalesce(f.lead_office_id, standing.office_id, o.path[1]) END AS office_id) AS desk
WHERE e.state IN ('proposed', 'returned', 'waiting', 'held')
  AND NOT EXISTS (SELECT 1 FROM desk_stay d WHERE d.paper = 'exemplar' AND d.paper_id = e.id);

-- What came back keeps its reason: as it was written, of the whole file.
INSERT INTO paper_return (paper, paper_id, by_office_id, returned_on, reasons)
SELECT 'exemplar', e.id, coalesce(f.lead_office_id, o.path[1]), d.since,
  jsonb_build_array(jsonb_build_object('field', 'other', 'label', 'Nội dung khác', 'reason', e.last_reason))
FROM exemplar e
JOIN office o ON o.id = e.office_id
JOIN desk_stay d ON d.paper = 'exemplar' AND d.paper_id = e.id AND d.until IS NULL
LEFT JOIN pilot_field f ON f.id = e.field_id
WHERE e.state = 'returned' AND e.last_reason IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM paper_return r WHERE r.paper = 'exemplar' AND r.paper_id = e.id);

DROP FUNCTION working_day_after(date, int);
