import type { Level } from '../exemplars/show-words.ts';
import type { Conclusion } from '../nurturing/kinds.ts';
import type { Day } from '../platform/clock.ts';

/** What somebody of the sample does; each is one command of the program. */
export type Doing =
  | { does: 'record'; incomplete: boolean }
  | { does: 'merits' | 'evidence' | 'endorse' | 'consent' | 'publication' | 'propose' | 'return' | 'confirm' }
  | { does: 'finishSupport' | 'finishHelp' }
  | { does: 'support'; count: number }
  | { does: 'assess'; unknown: boolean }
  | { does: 'choose'; overrideReason: string | null }
  | { does: 'refuse' | 'wait' | 'decline' | 'hold' | 'withdraw' | 'lapse'; reason: string }
  | { does: 'check'; conclusion: Conclusion }
  | { does: 'recognise' | 'honour'; level: Level };

/** The same with its day, and the user name of who does it. */
export type Move = Doing & { day: Day; by: string };

/** The reasons that the office writes in the sample. */
export const REASONS = {
  refuse:
    'Đã xác minh: việc nêu trong thư giới thiệu là của tập thể khu dân cư, không phải của riêng một người.',
  decline:
    'Thành tích có thật nhưng mới trong một vụ, chưa đủ tiêu biểu so với các hồ sơ khác cùng lĩnh vực.',
  quotaFull: 'Lĩnh vực đã chọn đủ 05 điển hình theo kế hoạch; xét khi có chỗ trống.',
  wait: 'Chờ kết quả kiểm tra thực tế trước khi quyết định.',
  giveUp: 'Gia đình chuyển hướng sản xuất nên xin rút hồ sơ, đăng ký lại khi mô hình ổn định.',
  withdraw: 'Điển hình chuyển đi nơi khác sinh sống và đề nghị rút tên.',
  lapse: 'Kiểm tra thấy mô hình không còn duy trì; đã giúp đỡ nhưng chủ thể không tiếp tục.',
  hold: 'Có đơn phản ánh về số liệu trong hồ sơ; tạm dừng để xác minh.',
  beyondQuota:
    'Vượt chỉ tiêu 01 hộ: hộ duy nhất ở vùng đặc biệt khó khăn, Thường trực Hội Nông dân tỉnh đã thống nhất.',
  unknownCriterion:
    'Tiêu chí còn lại sẽ xác minh trong đợt kiểm tra cuối năm; đơn vị đã cam kết bằng văn bản.',
} as const;
