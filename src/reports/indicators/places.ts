import { sql } from 'kysely';
import {
  counted,
  EVERY,
  type Indicator,
  type IndicatorScope,
  type Source,
  share,
  withinScope,
} from './kinds.ts';
import { standingRows, UNDER_CARE } from './standing.ts';

/** Offices that exist on the closing day, each with how many exemplars are cared for with it. */
const offices: Source = {
  key: 'offices',
  things: 'đơn vị',
  dayLabel: 'Từ ngày',
  rows: (scope) => sql`
    SELECT 'office' AS thing, o.id AS thing_id, o.name AS title, o.id AS office_id, NULL::bigint AS lead_id,
      o.valid_from AS on_day, coalesce(c.number, 0) AS number, coalesce(c.number, 0) || ' điển hình' AS detail
    FROM office o
    LEFT JOIN (SELECT office_id, count(*) AS number FROM standing WHERE ${UNDER_CARE} GROUP BY office_id) c
      ON c.office_id = o.id
    WHERE ${withinScope(sql`o.id`, scope)} AND (o.valid_from IS NULL OR o.valid_from <= ${scope.to})
      AND (o.valid_to IS NULL OR o.valid_to >= ${scope.to})`,
};

const ofPilots = ({ planId }: IndicatorScope) =>
  sql<boolean>`e.field_id IN (SELECT id FROM pilot_field WHERE plan_id = ${planId} AND is_pilot)`;

/** Pilot fields that an office of the scope leads, with what the whole plan has taken into them. */
const fields: Source = {
  key: 'fields',
  things: 'lĩnh vực điểm',
  dayLabel: 'Từ ngày',
  rows: (scope) => sql`
    SELECT 'field' AS thing, f.id AS thing_id, f.name AS title, f.lead_office_id AS office_id,
      f.lead_office_id AS lead_id, NULL::date AS on_day, f.quota_kind,
      CASE WHEN f.quota_number IS NULL THEN 'không giao số lượng'
        ELSE coalesce(t.taken, 0) || ' trên chỉ tiêu ' || f.quota_number END AS detail,
      CASE f.quota_kind WHEN 'exactly' THEN coalesce(t.taken, 0) = f.quota_number
        WHEN 'at_least' THEN coalesce(t.taken, 0) >= f.quota_number
        WHEN 'at_most' THEN coalesce(t.taken, 0) <= f.quota_number END AS is_met
    FROM pilot_field f
    LEFT JOIN (
      SELECT st.field_id, count(*) AS taken
      FROM (${standingRows(scope, ofPilots(scope))}) st
      JOIN pilot_field own ON own.id = st.field_id
      WHERE ${UNDER_CARE} AND (own.quota_counts = '{}' OR st.subject_kind = ANY (own.quota_counts))
      GROUP BY st.field_id
    ) t ON t.field_id = f.id
    WHERE f.plan_id = ${scope.planId} AND f.is_pilot AND ${withinScope(sql`f.lead_office_id`, scope)}`,
};

const HAS = sql<boolean>`number > 0`;
const office = (key: string, name: string, definition: string, which = EVERY) =>
  counted(offices, { key, name, unit: 'đơn vị', definition }, which);
const field = (key: string, name: string, definition: string, which = EVERY) =>
  counted(fields, { key, name, unit: 'lĩnh vực', definition }, which);

export const placeIndicators: Indicator[] = [
  office('dv_tong', 'Đơn vị trong phạm vi báo cáo', 'Đơn vị lập báo cáo và cấp dưới, có vào ngày chốt.'),
  office(
    'dv_co_dh',
    'Đơn vị có điển hình',
    'Đơn vị có ít nhất một điển hình đang được chăm lo vào ngày chốt, không tính của cấp dưới.',
    HAS,
  ),
  office(
    'dv_chua_co_dh',
    'Đơn vị chưa có điển hình',
    'Đơn vị chưa có điển hình nào đang được chăm lo vào ngày chốt, không tính của cấp dưới.',
    sql`number = 0`,
  ),
  share(
    offices,
    {
      key: 'dv_ty_le_co_dh',
      name: 'Tỷ lệ đơn vị có điển hình',
      unit: '%',
      definition: 'Đơn vị có điển hình đang được chăm lo vào ngày chốt trên số đơn vị trong phạm vi.',
    },
    HAS,
    EVERY,
  ),
  field('lv_diem', 'Lĩnh vực điểm', 'Lĩnh vực điểm của kế hoạch do đơn vị hoặc cấp dưới chủ trì.'),
  field(
    'lv_dat',
    'Lĩnh vực đạt chỉ tiêu',
    'Lĩnh vực điểm mà số điển hình được chăm lo vào ngày chốt đúng với chỉ tiêu đã giao.',
    sql`is_met`,
  ),
  field(
    'lv_chua_dat',
    'Lĩnh vực chưa đạt chỉ tiêu',
    'Lĩnh vực điểm mà số điển hình được chăm lo vào ngày chốt chưa đúng với chỉ tiêu đã giao.',
    sql`NOT is_met`,
  ),
];
