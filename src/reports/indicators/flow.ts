import { sql } from 'kysely';
import { counted, type Indicator, mean, reckoned, type Source, withinScope } from './kinds.ts';

/**
 * Each coming into a state within the period, once an exemplar and state, on its last day. `waited`: days from the last
 * proposal before it to the decision to nurture.
 */
const flow: Source = {
  key: 'flow',
  things: 'điển hình',
  dayLabel: 'Ngày',
  rows: (scope) => sql`
    SELECT DISTINCT ON (s.exemplar_id, s.to_state) s.to_state, s.on_day, 'exemplar' AS thing, e.id AS thing_id,
      e.full_name AS title, e.office_id, f.lead_office_id AS lead_id, coalesce(f.name, 'Chưa xác định lĩnh vực') AS detail,
      CASE WHEN s.action = 'choose' THEN s.on_day - (SELECT max(p.on_day) FROM exemplar_step p
        WHERE p.exemplar_id = s.exemplar_id AND p.id < s.id AND p.to_state = 'proposed') END AS waited
    FROM exemplar_step s
    JOIN exemplar e ON e.id = s.exemplar_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE e.plan_id = ${scope.planId} AND s.on_day BETWEEN ${scope.from} AND ${scope.to}
      AND s.action <> 'resume' AND ${withinScope(sql`e.office_id`, scope)}
    ORDER BY s.exemplar_id, s.to_state, s.id DESC`,
};

const came = (key: string, name: string, what: string, ...states: string[]) =>
  counted(
    flow,
    {
      key,
      name,
      unit: 'điển hình',
      definition: `${what} từ ngày đầu kỳ đến hết ngày chốt; mỗi điển hình tính một lần.`,
    },
    sql`to_state = ANY (${states}::text[])`,
  );

export const flowIndicators: Indicator[] = [
  came('ky_phat_hien', 'Phát hiện trong kỳ', 'Hồ sơ được ghi nhận mới', 'found'),
  came('ky_de_nghi', 'Đề nghị trong kỳ', 'Hồ sơ được đề nghị xét chọn', 'proposed'),
  came('ky_tra_lai', 'Bị trả lại trong kỳ', 'Hồ sơ bị trả lại để bổ sung', 'returned'),
  came('ky_chon', 'Chọn bồi dưỡng trong kỳ', 'Điển hình được chọn bồi dưỡng', 'nurtured'),
  came('ky_cong_nhan', 'Công nhận trong kỳ', 'Điển hình được công nhận', 'recognised'),
  came('ky_ton_vinh', 'Tôn vinh trong kỳ', 'Điển hình được tôn vinh', 'honoured'),
  came('ky_khong_chon', 'Không chọn trong kỳ', 'Hồ sơ không được chọn hoặc bị từ chối', 'declined'),
  counted(
    flow,
    {
      key: 'ky_rut_thoi',
      name: 'Rút, thôi là điển hình trong kỳ',
      unit: 'lượt',
      definition: 'Lượt hồ sơ rút hoặc được ghi nhận không còn là điển hình từ đầu kỳ đến hết ngày chốt.',
    },
    sql`to_state IN ('withdrawn', 'lapsed')`,
  ),
  mean(
    flow,
    {
      key: 'ky_ngay_cho_tb',
      name: 'Số ngày chờ quyết định, bình quân',
      unit: 'ngày',
      definition: 'Số ngày bình quân từ khi đề nghị đến khi được chọn, của điển hình được chọn trong kỳ.',
    },
    sql`waited`,
  ),
  reckoned(
    flow,
    {
      key: 'ky_ngay_cho_max',
      name: 'Số ngày chờ quyết định, lâu nhất',
      unit: 'ngày',
      definition: 'Số ngày lâu nhất từ khi đề nghị đến khi được chọn, của điển hình được chọn trong kỳ.',
      add: 'max',
    },
    sql`max(waited)`,
    sql`waited IS NOT NULL`,
  ),
];
