/** What lead offices do when they choose among candidates. */
export const CHOOSING_KINDS = {
  'decision_list.prepared': { thing: 'decision_list', verb: 'đã chuẩn bị quyết định' },
  'decision_list.dropped': { thing: 'decision_list', verb: 'đã bỏ quyết định đang chuẩn bị' },
  'decision_list.applied': { thing: 'decision_list', verb: 'đã áp dụng danh sách quyết định' },
  'decision_list.paper_set': { thing: 'decision_list', verb: 'đã ghi thể thức văn bản' },
  'plan.nobody_to_propose': { thing: 'plan', verb: 'đã trả lời không có điển hình để đề nghị' },
  'plan.field_reminded': { thing: 'plan', verb: 'đã nhắc cơ quan chưa trả lời trong lĩnh vực' },
  'plan.decision_worded': { thing: 'plan', verb: 'đã đặt lời văn quyết định lựa chọn' },
  'exemplar.waiting_moved': { thing: 'exemplar', verb: 'đã đổi thứ tự trong danh sách chờ' },
} as const;
