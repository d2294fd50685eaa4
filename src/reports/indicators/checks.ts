import { sql } from 'kysely';
import { counted, EVERY, type Indicator, mean, type Source, share } from './kinds.ts';
import { UNDER_CARE } from './standing.ts';

/** Exemplars that are cared for on the closing day, each with its check of that year if it was made by then. */
const checks: Source = {
  key: 'checks',
  things: 'điển hình',
  dayLabel: 'Ngày kiểm tra',
  rows: ({ to }) => sql`
    SELECT 'exemplar' AS thing, st.id AS thing_id, st.full_name AS title, st.office_id, f.lead_office_id AS lead_id,
      c.id AS check_id, c.checked_on AS on_day, c.effect, c.efficiency, c.potential, c.influence, c.conclusion,
      CASE WHEN c.id IS NULL THEN 'Chưa kiểm tra' ELSE 'Điểm ' || concat_ws(' · ', c.effect, c.efficiency, c.potential,
        c.influence) END AS detail
    FROM standing st
    LEFT JOIN pilot_field f ON f.id = st.field_id
    LEFT JOIN exemplar_check c ON c.exemplar_id = st.id AND c.year = extract(year FROM ${to}::date)
      AND c.checked_on <= ${to}
    WHERE ${UNDER_CARE}`,
};

const OF_YEAR = 'kiểm tra của năm có ngày chốt, đã làm đến hết ngày chốt';
const count = (key: string, name: string, definition: string, which = EVERY) =>
  counted(checks, { key, name, unit: 'điển hình', definition }, which);
const score = (key: string, what: string, column: string) =>
  mean(
    checks,
    {
      key,
      name: `Điểm ${what}, bình quân`,
      unit: 'điểm',
      definition: `Điểm bình quân (1–5) về ${what} trong các lần ${OF_YEAR}.`,
    },
    sql.ref(column),
  );
const concluded = (key: string, name: string, conclusion: string) =>
  count(
    key,
    name,
    `Điển hình có kết luận “${name.split(': ')[1]}” ở lần ${OF_YEAR}.`,
    sql`conclusion = ${conclusion}`,
  );

export const checkIndicators: Indicator[] = [
  count(
    'kt_phai',
    'Điển hình phải kiểm tra',
    'Điển hình đang được chăm lo vào ngày chốt, mỗi năm phải kiểm tra một lần.',
  ),
  count(
    'kt_da',
    'Điển hình đã kiểm tra',
    `Điển hình phải kiểm tra và có lần ${OF_YEAR}.`,
    sql`check_id IS NOT NULL`,
  ),
  count(
    'kt_chua',
    'Điển hình chưa kiểm tra',
    `Điển hình phải kiểm tra mà chưa có lần ${OF_YEAR}.`,
    sql`check_id IS NULL`,
  ),
  share(
    checks,
    {
      key: 'kt_ty_le',
      name: 'Tỷ lệ đã kiểm tra',
      unit: '%',
      definition: 'Số điển hình đã kiểm tra trên số phải kiểm tra.',
    },
    sql`check_id IS NOT NULL`,
    EVERY,
  ),
  score('kt_tac_dung', 'tác dụng', 'effect'),
  score('kt_hieu_qua', 'tính hiệu quả', 'efficiency'),
  score('kt_phat_trien', 'khả năng phát triển', 'potential'),
  score('kt_anh_huong', 'ảnh hưởng', 'influence'),
  concluded('kt_tiep_tuc', 'Kết luận: tiếp tục', 'keep'),
  concluded('kt_can_giup', 'Kết luận: cần giúp đỡ', 'help'),
  concluded('kt_dung', 'Kết luận: không tiếp tục', 'stop'),
];
