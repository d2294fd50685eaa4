/** What a notice may be about; each may be wanted by e-mail or not. */
export const NOTICE_KINDS = [
  'due_soon',
  'due_today',
  'overdue',
  'overdue_below',
  'reminder',
  'returned',
  'arrived',
  'opinion',
  'decided',
  'lead',
  'question',
  'answered',
  'voice',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_NAMES: Record<NoticeKind, string> = {
  due_soon: 'Sắp đến hạn',
  due_today: 'Đến hạn hôm nay',
  overdue: 'Quá hạn',
  overdue_below: 'Cấp dưới quá hạn',
  reminder: 'Cấp trên nhắc',
  returned: 'Văn bản bị trả lại',
  arrived: 'Văn bản chuyển đến',
  opinion: 'Được xin ý kiến',
  decided: 'Kết quả lựa chọn',
  lead: 'Lời giới thiệu',
  question: 'Được hỏi thêm',
  answered: 'Có câu trả lời',
  voice: 'Ý kiến của người có tên',
};

export const isNoticeKind = (kind: string): kind is NoticeKind =>
  (NOTICE_KINDS as readonly string[]).includes(kind);
