import { sql } from 'kysely';
import { counted, EVERY, type Indicator, type Source, share } from './kinds.ts';
import { UNDER_CARE } from './standing.ts';

/** Figures in the merits of exemplars that are cared for on the closing day. When one was confirmed is not kept. */
const trust: Source = {
  key: 'trust',
  things: 'số liệu thành tích',
  dayLabel: 'Từ ngày',
  rows: () => sql`
    SELECT 'exemplar' AS thing, st.id AS thing_id, st.full_name AS title, st.office_id, f.lead_office_id AS lead_id,
      st.since AS on_day, a.statement AS detail, a.trust
    FROM standing st
    JOIN achievement a ON a.exemplar_id = st.id
    LEFT JOIN pilot_field f ON f.id = st.field_id
    WHERE ${UNDER_CARE} AND a.value IS NOT NULL`,
};

const OF_CARED = 'trong thành tích của điển hình đang được chăm lo vào ngày chốt, theo hồ sơ lúc tính';
const count = (key: string, name: string, what: string, which = EVERY) =>
  counted(trust, { key, name, unit: 'số liệu', definition: `${what} ${OF_CARED}.` }, which);

const indicators: Indicator[] = [
  count('sl_tong', 'Số liệu thành tích', 'Số liệu'),
  count('sl_xac_nhan', 'Số liệu đã xác nhận', 'Số liệu đã có người xác nhận', sql`trust = 'confirmed'`),
  count('sl_mau_thuan', 'Số liệu mâu thuẫn', 'Số liệu có nguồn nói khác', sql`trust = 'contradicted'`),
  share(
    trust,
    {
      key: 'sl_ty_le_xac_nhan',
      name: 'Tỷ lệ số liệu đã xác nhận',
      unit: '%',
      definition: `Số liệu đã xác nhận trên mọi số liệu ${OF_CARED}.`,
    },
    sql`trust = 'confirmed'`,
    EVERY,
  ),
];

export const trustIndicators: Indicator[] = indicators.map((one) => ({ ...one, momentary: true }));
