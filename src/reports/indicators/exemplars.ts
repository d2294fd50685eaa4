import { sql } from 'kysely';
import { counted, EVERY, type Indicator, type Source } from './kinds.ts';
import { UNDER_CARE } from './standing.ts';

/** Exemplars as they stood on the closing day. */
const exemplars: Source = {
  key: 'exemplars',
  things: 'điển hình',
  dayLabel: 'Từ ngày',
  rows: () => sql`
    SELECT st.*, 'exemplar' AS thing, st.id AS thing_id, st.full_name AS title, f.lead_office_id AS lead_id,
      st.since AS on_day, coalesce(f.name, 'Chưa xác định lĩnh vực') AS detail, coalesce(f.is_pilot, false) AS is_pilot
    FROM standing st LEFT JOIN pilot_field f ON f.id = st.field_id`,
};

const AS_OF = 'tính đến hết ngày chốt';
const CARED = 'đang bồi dưỡng, đã công nhận hoặc đã tôn vinh';
const unit = 'điển hình';
const stands = (key: string, name: string, definition: string, which = EVERY) =>
  counted(exemplars, { key, name, unit, definition: `${definition}, ${AS_OF}.` }, which);
const cared = (key: string, name: string, definition: string, which = EVERY) =>
  stands(key, name, `${definition} và ${CARED}`, sql<boolean>`${UNDER_CARE} AND ${which}`);

export const exemplarIndicators: Indicator[] = [
  stands('dh_tong', 'Điển hình đã ghi nhận', 'Mọi hồ sơ điển hình của kế hoạch, ở bất cứ trạng thái nào'),
  stands('dh_cham_lo', 'Điển hình đang được chăm lo', `Điển hình ${CARED}`, UNDER_CARE),
  stands('dh_moi_phat_hien', 'Mới phát hiện', 'Hồ sơ mới phát hiện, chưa đề nghị', sql`state = 'found'`),
  stands(
    'dh_cho_quyet_dinh',
    'Đang chờ quyết định',
    'Hồ sơ đã đề nghị, bị trả lại bổ sung hoặc ở danh sách chờ',
    sql`state IN ('proposed', 'returned', 'waiting')`,
  ),
  stands(
    'dh_boi_duong',
    'Đang bồi dưỡng',
    'Điển hình đã được chọn và đang bồi dưỡng',
    sql`state = 'nurtured'`,
  ),
  stands(
    'dh_cong_nhan',
    'Đã công nhận',
    'Điển hình đã được công nhận, chưa tôn vinh',
    sql`state = 'recognised'`,
  ),
  stands('dh_ton_vinh', 'Đã tôn vinh', 'Điển hình đã được tôn vinh', sql`state = 'honoured'`),
  stands('dh_tam_dung', 'Tạm dừng xác minh', 'Điển hình đang tạm dừng để xác minh', sql`state = 'held'`),
  stands(
    'dh_khong_con',
    'Không chọn, đã rút, không còn',
    'Hồ sơ không được chọn, đã rút hoặc không còn là điển hình',
    sql`state IN ('declined', 'withdrawn', 'lapsed')`,
  ),
  cared('dh_ca_nhan', 'Điển hình là cá nhân', 'Điển hình là cá nhân', sql`subject_kind = 'individual'`),
  cared('dh_tap_the', 'Điển hình là tập thể', 'Điển hình là tập thể', sql`subject_kind = 'collective'`),
  cared(
    'dh_ho_gia_dinh',
    'Điển hình là hộ gia đình',
    'Điển hình là hộ gia đình',
    sql`subject_kind = 'household'`,
  ),
  cared('dh_toan_dien', 'Điển hình toàn diện', 'Điển hình toàn diện', sql`breadth = 'comprehensive'`),
  cared('dh_tung_mat', 'Điển hình từng mặt', 'Điển hình từng mặt', sql`breadth = 'aspect'`),
  cared('dh_nhan_to_moi', 'Nhân tố mới', 'Điển hình chưa được công nhận lần nào', sql`maturity = 'emerging'`),
  cared(
    'dh_tien_tien',
    'Điển hình tiên tiến',
    'Điển hình đã được công nhận, chưa được cấp tỉnh trở lên tôn vinh',
    sql`maturity = 'exemplar'`,
  ),
  cared(
    'dh_xuat_sac',
    'Điển hình xuất sắc, tiêu biểu',
    'Điển hình được cấp tỉnh hoặc toàn quốc tôn vinh',
    sql`maturity = 'outstanding'`,
  ),
  cared('dh_linh_vuc_diem', 'Điển hình ở lĩnh vực điểm', 'Điển hình thuộc các lĩnh vực điểm', sql`is_pilot`),
  cared(
    'dh_ngoai_diem',
    'Điển hình ngoài lĩnh vực điểm',
    'Điển hình ngoài các lĩnh vực điểm',
    sql`NOT is_pilot`,
  ),
];
