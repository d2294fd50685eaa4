import { sql } from 'kysely';
import { counted, EVERY, type Indicator, notHeld, type Source, withinScope } from './kinds.ts';

/** Honours of the period, one row each: an exemplar honoured twice counts twice. */
const awards: Source = {
  key: 'awards',
  things: 'lượt tôn vinh, khen thưởng',
  dayLabel: 'Ngày',
  rows: (scope) => sql`
    SELECT 'exemplar' AS thing, e.id AS thing_id, e.full_name AS title, e.office_id, f.lead_office_id AS lead_id,
      h.honoured_on AS on_day, h.level, h.award_form_id, e.subject_kind, coalesce(a.name, h.occasion) AS detail
    FROM honour h
    JOIN exemplar e ON e.id = h.exemplar_id
    LEFT JOIN award_form a ON a.id = h.award_form_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE e.plan_id = ${scope.planId} AND h.honoured_on BETWEEN ${scope.from} AND ${scope.to}
      AND ${withinScope(sql`e.office_id`, scope)}`,
};

const unit = 'lượt';
const IN_PERIOD = 'từ ngày đầu kỳ đến hết ngày chốt';
const count = (key: string, name: string, what: string, which = EVERY) =>
  counted(awards, { key, name, unit, definition: `${what} ${IN_PERIOD}.` }, which);
const DIRECT = 'người trực tiếp lao động, sản xuất, công tác';

export const awardIndicators: Indicator[] = [
  count('kth_tong', 'Lượt tôn vinh, khen thưởng', 'Mọi lượt tôn vinh, khen thưởng điển hình'),
  count('kth_ca_nhan', 'Khen thưởng cá nhân', 'Lượt cho cá nhân', sql`subject_kind = 'individual'`),
  count('kth_tap_the', 'Khen thưởng tập thể', 'Lượt cho tập thể', sql`subject_kind = 'collective'`),
  count('kth_ho', 'Khen thưởng hộ gia đình', 'Lượt cho hộ gia đình', sql`subject_kind = 'household'`),
  count(
    'kth_toan_quoc',
    'Khen thưởng toàn quốc',
    'Lượt tôn vinh, khen thưởng cấp toàn quốc',
    sql`level = 'national'`,
  ),
  count('kth_tinh', 'Khen thưởng cấp tỉnh', 'Lượt tôn vinh, khen thưởng cấp tỉnh', sql`level = 'province'`),
  count(
    'kth_co_so',
    'Khen thưởng cấp dưới tỉnh',
    'Lượt tôn vinh, khen thưởng của ngành, huyện, xã, đơn vị',
    sql`level IN ('sector', 'district', 'commune', 'unit')`,
  ),
  count(
    'kth_co_hinh_thuc',
    'Có hình thức khen thưởng kèm theo',
    'Lượt tôn vinh có kèm danh hiệu hoặc hình thức khen thưởng',
    sql`award_form_id IS NOT NULL`,
  ),
  count(
    'kth_bieu_duong',
    'Chỉ biểu dương',
    'Lượt biểu dương, không kèm hình thức khen thưởng',
    sql`award_form_id IS NULL`,
  ),
  notHeld(awards, {
    key: 'kth_truc_tiep',
    name: 'Khen thưởng người lao động trực tiếp',
    unit,
    definition: `Lượt cho ${DIRECT} ${IN_PERIOD}; hồ sơ chưa ghi ai lao động trực tiếp nên để trống.`,
  }),
  notHeld(awards, {
    key: 'kth_ty_le_truc_tiep',
    name: 'Tỷ lệ khen thưởng người lao động trực tiếp',
    unit: '%',
    definition: `Lượt cho ${DIRECT} trên số lượt cho cá nhân; hồ sơ chưa ghi ai lao động trực tiếp nên để trống.`,
  }),
];
