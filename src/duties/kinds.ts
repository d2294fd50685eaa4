/** What a duty asks for; each is done by the thing itself. */
export const DUTY_WHATS = ['unit_plan', 'report', 'check', 'proposal'] as const;
export type DutyWhat = (typeof DUTY_WHATS)[number];

export const WHAT_NAMES: Record<DutyWhat, string> = {
  unit_plan: 'Kế hoạch của đơn vị',
  report: 'Báo cáo',
  check: 'Kiểm tra, đánh giá điển hình',
  proposal: 'Đề nghị điển hình',
};

/** What is done in a sentence: "Các huyện **gửi báo cáo** …". */
export const WHAT_VERBS: Record<DutyWhat, string> = {
  unit_plan: 'xây dựng và gửi kế hoạch của đơn vị',
  report: 'gửi báo cáo',
  check: 'kiểm tra, đánh giá mọi điển hình đang bồi dưỡng và đã công nhận',
  proposal: 'đề nghị ít nhất một điển hình',
};
