/** What the states in the life of an exemplar are called, wherever one is shown; the steps stand in `exemplars/workflow.ts`. */
export const EXEMPLAR_STATES = {
  found: { name: 'mới phát hiện', publicName: null, tone: 'neutral' },
  proposed: { name: 'đã đề nghị', publicName: null, tone: 'progress' },
  returned: { name: 'trả lại bổ sung', publicName: null, tone: 'warn' },
  waiting: { name: 'danh sách chờ', publicName: null, tone: 'neutral' },
  nurtured: { name: 'đang bồi dưỡng', publicName: null, tone: 'progress' },
  recognised: { name: 'đã công nhận', publicName: 'đã được công nhận', tone: 'good' },
  honoured: { name: 'đã tôn vinh', publicName: 'đã được tôn vinh', tone: 'honour' },
  held: { name: 'tạm dừng xác minh', publicName: null, tone: 'warn' },
  declined: { name: 'không chọn', publicName: null, tone: 'stopped' },
  withdrawn: { name: 'đã rút', publicName: null, tone: 'stopped' },
  lapsed: { name: 'không còn là điển hình', publicName: null, tone: 'stopped' },
} as const;
