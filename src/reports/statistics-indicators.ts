import { sql } from 'kysely';
import { counted, EVERY, type Indicator, notHeld, type Source } from './indicators/kinds.ts';
import { UNDER_CARE } from './indicators/standing.ts';

/** The movements and campaigns of the plan, each with how many exemplars of the scope were found in it. */
const movements: Source = {
  key: 'movements',
  things: 'phong trào, cuộc vận động',
  dayLabel: 'Từ ngày',
  rows: (scope) => sql`
    SELECT 'plan' AS thing, ${scope.planId}::bigint AS thing_id, m.name AS title, ${scope.officeId}::bigint AS office_id,
      NULL::bigint AS lead_id, NULL::date AS on_day, coalesce(c.number, 0) AS number,
      coalesce(c.number, 0) || ' điển hình đang được chăm lo' AS detail
    FROM movement m
    LEFT JOIN (SELECT movement_id, count(*) AS number FROM standing WHERE ${UNDER_CARE} GROUP BY movement_id) c
      ON c.movement_id = m.id
    WHERE m.plan_id = ${scope.planId} OR (m.plan_id IS NULL AND c.number > 0)`,
};

const unit = 'phong trào';

/**
 * Figures of the official statistics of emulation. What the program does not hold is a figure all the same, without a
 * value and with the reason in its definition, so that the form shows it blank and lists it.
 */
export const statisticsIndicators: Indicator[] = [
  // every office below takes part in the same movements, so they are never added up
  counted(
    movements,
    {
      key: 'tk_phong_trao',
      name: 'Phong trào thi đua, cuộc vận động của kế hoạch',
      unit,
      definition: 'Phong trào, cuộc vận động ghi trong kế hoạch hoặc có điển hình gắn với nó.',
      add: 'max',
    },
    EVERY,
  ),
  counted(
    movements,
    {
      key: 'tk_phong_trao_co_dh',
      name: 'Phong trào, cuộc vận động có điển hình',
      unit,
      definition: 'Phong trào, cuộc vận động có ít nhất một điển hình đang được chăm lo vào ngày chốt.',
      add: 'none',
    },
    sql`number > 0`,
  ),
  notHeld(movements, {
    key: 'tk_phat_dong',
    name: 'Phong trào thi đua phát động trong kỳ, theo cấp phát động',
    unit,
    definition: 'Hệ thống ghi tên phong trào của kế hoạch, không ghi ngày và cấp phát động nên để trống.',
  }),
  notHeld(movements, {
    key: 'tk_dang_ky',
    name: 'Tập thể, cá nhân đăng ký thi đua',
    unit: 'lượt',
    definition: 'Hệ thống không quản lý đăng ký thi đua hằng năm nên để trống.',
  }),
  notHeld(movements, {
    key: 'tk_danh_hieu',
    name: 'Danh hiệu thi đua đã tặng',
    unit: 'lượt',
    definition:
      'Hệ thống chỉ ghi tôn vinh, khen thưởng của điển hình, không ghi mọi danh hiệu thi đua nên để trống.',
  }),
  notHeld(movements, {
    key: 'tk_khen_khac',
    name: 'Khen thưởng ngoài điển hình',
    unit: 'lượt',
    definition: 'Khen thưởng cho người chưa là điển hình không có trong hệ thống nên để trống.',
  }),
  notHeld(movements, {
    key: 'tk_tien_thuong',
    name: 'Tiền thưởng đã chi',
    unit: 'đồng',
    definition: 'Hệ thống không quản lý tiền thưởng nên để trống.',
  }),
];
