/**
 * Every kind of change that is recorded, with the thing it happens to and the verb of its sentence
 * ("Nguyễn Thị Hoa **đã đề nghị điển hình**"). A kind that is not listed cannot be recorded.
 */
export const AUDIT_KINDS = {
  'setup.completed': { thing: 'account', verb: 'đã khởi tạo hệ thống' },
  'sample.loaded': { thing: 'setting', verb: 'đã nạp dữ liệu mẫu' },
  'clock.set': { thing: 'setting', verb: 'đã đặt lại ngày làm việc của bản mẫu' },

  'account.created': { thing: 'account', verb: 'đã lập tài khoản' },
  'account.changed': { thing: 'account', verb: 'đã sửa tài khoản' },
  'account.deactivated': { thing: 'account', verb: 'đã khóa tài khoản' },
  'account.reactivated': { thing: 'account', verb: 'đã mở lại tài khoản' },
  'account.password_changed': { thing: 'account', verb: 'đã đổi mật khẩu' },
  'account.password_reset': { thing: 'account', verb: 'đã cấp lại mật khẩu' },
  'account.granted': { thing: 'account', verb: 'đã giao vai trò' },
  'account.revoked': { thing: 'account', verb: 'đã thu hồi vai trò' },
  'session.started': { thing: 'account', verb: 'đã đăng nhập' },
  'session.ended': { thing: 'account', verb: 'đã đăng xuất' },

  'office.created': { thing: 'office', verb: 'đã thêm đơn vị' },
  'office.changed': { thing: 'office', verb: 'đã sửa đơn vị' },
  'office.ended': { thing: 'office', verb: 'đã ghi đơn vị ngừng hoạt động' },
  'office.succeeded': { thing: 'office', verb: 'đã ghi đơn vị kế thừa' },
  'office.standing_body_set': { thing: 'office', verb: 'đã giao làm cơ quan thường trực' },
  'plan.created': { thing: 'plan', verb: 'đã lập kế hoạch' },

  'exemplar.recorded': { thing: 'exemplar', verb: 'đã ghi nhận điển hình' },
  'exemplar.changed': { thing: 'exemplar', verb: 'đã sửa hồ sơ' },
  'exemplar.proposed': { thing: 'exemplar', verb: 'đã đề nghị' },
  'exemplar.refused': { thing: 'exemplar', verb: 'đã từ chối giới thiệu' },
  'exemplar.merged': { thing: 'exemplar', verb: 'đã gộp vào hồ sơ khác' },
  'exemplar.returned': { thing: 'exemplar', verb: 'đã trả lại để bổ sung' },
  'exemplar.put_on_waiting_list': { thing: 'exemplar', verb: 'đã đưa vào danh sách chờ' },
  'exemplar.chosen': { thing: 'exemplar', verb: 'đã chọn bồi dưỡng' },
  'exemplar.declined': { thing: 'exemplar', verb: 'đã không chọn' },
  'exemplar.recognised': { thing: 'exemplar', verb: 'đã công nhận' },
  'exemplar.honoured': { thing: 'exemplar', verb: 'đã tôn vinh' },
  'exemplar.held': { thing: 'exemplar', verb: 'đã tạm dừng để xác minh' },
  'exemplar.resumed': { thing: 'exemplar', verb: 'đã cho tiếp tục' },
  'exemplar.withdrawn': { thing: 'exemplar', verb: 'đã rút hồ sơ' },
  'exemplar.lapsed': { thing: 'exemplar', verb: 'đã ghi nhận không còn là điển hình' },
  'exemplar.reopened': { thing: 'exemplar', verb: 'đã mở lại hồ sơ' },
  'exemplar.achievement_added': { thing: 'exemplar', verb: 'đã thêm thành tích' },
  'exemplar.achievement_changed': { thing: 'exemplar', verb: 'đã sửa thành tích' },
  'exemplar.achievement_confirmed': { thing: 'exemplar', verb: 'đã xác nhận số liệu' },
  'exemplar.achievement_contradicted': { thing: 'exemplar', verb: 'đã ghi nguồn nói khác' },
  'exemplar.achievement_removed': { thing: 'exemplar', verb: 'đã bỏ thành tích' },
  'exemplar.evidence_added': { thing: 'exemplar', verb: 'đã thêm minh chứng' },
  'exemplar.evidence_removed': { thing: 'exemplar', verb: 'đã bỏ minh chứng' },
  'exemplar.endorsement_recorded': { thing: 'exemplar', verb: 'đã ghi kết quả suy tôn' },
  'exemplar.assessed': { thing: 'exemplar', verb: 'đã đánh giá theo tiêu chí' },
  'exemplar.consent_given': { thing: 'exemplar', verb: 'đã ghi sự đồng ý của điển hình' },
  'exemplar.consent_withdrawn': { thing: 'exemplar', verb: 'đã ghi việc rút lại sự đồng ý' },
  'exemplar.support_planned': { thing: 'exemplar', verb: 'đã thêm hoạt động bồi dưỡng' },
  'exemplar.support_done': { thing: 'exemplar', verb: 'đã ghi kết quả bồi dưỡng' },
  'exemplar.support_removed': { thing: 'exemplar', verb: 'đã bỏ hoạt động bồi dưỡng' },
  'exemplar.checked': { thing: 'exemplar', verb: 'đã kiểm tra, đánh giá' },
  'exemplar.help_promised': { thing: 'exemplar', verb: 'đã giao việc giúp đỡ' },
  'exemplar.help_done': { thing: 'exemplar', verb: 'đã ghi kết quả giúp đỡ' },

  'report.opened': { thing: 'report', verb: 'đã mở báo cáo' },
  'report.words_changed': { thing: 'report', verb: 'đã sửa lời văn báo cáo' },
  'report.finished': { thing: 'report', verb: 'đã hoàn thành báo cáo' },
  'report.reopened': { thing: 'report', verb: 'đã mở lại báo cáo để sửa' },
} as const satisfies Record<string, { thing: string; verb: string }>;

export type AuditKind = keyof typeof AUDIT_KINDS;
export type AuditedThing = (typeof AUDIT_KINDS)[AuditKind]['thing'];

/** The verb of a recorded event. Of a kind that a newer version wrote we still say that something was done. */
export function verbOf(kind: string): string {
  return Object.hasOwn(AUDIT_KINDS, kind) ? AUDIT_KINDS[kind as AuditKind].verb : `đã thực hiện “${kind}”`;
}
