/** What happens to a paper on its way from desk to desk, whatever sort of paper it is. */
export const DESK_KINDS = {
  'exemplar.desk_moved': { thing: 'exemplar', verb: 'đã chuyển hồ sơ sang bàn khác' },
  'exemplar.return_allowed': { thing: 'exemplar', verb: 'đã cho phép trả lại hồ sơ lần nữa' },
  'exemplar.opinion_asked': { thing: 'exemplar', verb: 'đã xin ý kiến về hồ sơ' },
  'exemplar.opinion_given': { thing: 'exemplar', verb: 'đã cho ý kiến về hồ sơ' },
  'exemplar.opinion_gap_named': { thing: 'exemplar', verb: 'đã nêu cơ quan chưa cho ý kiến' },
  'unit_plan.desk_moved': { thing: 'unit_plan', verb: 'đã chuyển kế hoạch sang bàn khác' },
  'unit_plan.return_allowed': { thing: 'unit_plan', verb: 'đã cho phép trả lại kế hoạch lần nữa' },
  'unit_plan.opinion_asked': { thing: 'unit_plan', verb: 'đã xin ý kiến về kế hoạch' },
  'unit_plan.opinion_given': { thing: 'unit_plan', verb: 'đã cho ý kiến về kế hoạch' },
  'unit_plan.opinion_gap_named': { thing: 'unit_plan', verb: 'đã nêu cơ quan chưa cho ý kiến' },
  'report.desk_moved': { thing: 'report', verb: 'đã chuyển báo cáo sang bàn khác' },
  'report.return_allowed': { thing: 'report', verb: 'đã cho phép trả lại báo cáo lần nữa' },
  'report.opinion_asked': { thing: 'report', verb: 'đã xin ý kiến về báo cáo' },
  'report.opinion_given': { thing: 'report', verb: 'đã cho ý kiến về báo cáo' },
  'report.opinion_gap_named': { thing: 'report', verb: 'đã nêu cơ quan chưa cho ý kiến' },
  'desk_days.set': { thing: 'setting', verb: 'đã đặt thời hạn xử lý văn bản' },
} as const;
