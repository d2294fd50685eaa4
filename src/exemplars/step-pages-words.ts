import type { ExemplarAction } from './workflow.ts';

/** The word of each action in addresses. */
export const ACTION_SLUGS: Record<ExemplarAction, string> = {
  propose: 'de-nghi',
  refuse: 'tu-choi',
  merge: 'gop',
  return: 'tra-lai',
  choose: 'chon',
  wait: 'danh-sach-cho',
  decline: 'khong-chon',
  recognise: 'cong-nhan',
  honour: 'ton-vinh',
  hold: 'tam-dung',
  resume: 'tiep-tuc',
  withdraw: 'rut',
  lapse: 'khong-con',
  reopen: 'mo-lai',
};

/** The page on which a step is taken; the honour has a form of its own, for it gives an award as well. */
export const stepPath = (id: number, action: ExemplarAction): string =>
  action === 'honour' ? `/dien-hinh/${id}/ton-vinh` : `/dien-hinh/${id}/buoc/${ACTION_SLUGS[action]}`;

/** The action behind a word of the address; null where there is none, and for those with pages of their own. */
export function actionIn(slug: string): Exclude<ExemplarAction, 'honour' | 'merge'> | null {
  const actions = Object.keys(ACTION_SLUGS) as ExemplarAction[];
  const found = actions.find((action) => ACTION_SLUGS[action] === slug);
  return found && found !== 'honour' && found !== 'merge' ? found : null;
}

/** What will happen, said before it does. */
export const CONSEQUENCES: Record<Exclude<ExemplarAction, 'honour'>, string> = {
  propose:
    'Hồ sơ được gửi đến cơ quan chủ trì lĩnh vực để xem xét. Trong lúc chờ, đơn vị vẫn bổ sung được biên bản suy tôn, sự đồng ý và kế hoạch bồi dưỡng.',
  refuse:
    'Giới thiệu này dừng lại tại đây, kèm lý do. Cơ quan chủ trì hoặc cơ quan thường trực có thể mở lại.',
  merge:
    'Hồ sơ này đóng lại và trỏ sang hồ sơ được giữ, nơi nhận những gì bạn đánh dấu; mở lại thì tách ra và mọi thứ trở về.',
  return:
    'Hồ sơ trở về đơn vị kèm tất cả lý do, mỗi lý do ở đúng mục của nó. Mỗi cấp chỉ trả lại một lần, nên hãy ghi đủ các mục cần bổ sung; đơn vị thấy ngay trong “Việc của tôi” và có thể đề nghị lại.',
  choose:
    'Điển hình được chọn và bắt đầu bồi dưỡng: chiếm một chỗ trong chỉ tiêu của lĩnh vực, và được kiểm tra hằng năm.',
  wait: 'Hồ sơ đứng trong danh sách chờ của lĩnh vực; có thể chọn sau khi còn chỗ.',
  decline: 'Hồ sơ dừng lại tại đây, kèm lý do. Cơ quan chủ trì hoặc cơ quan thường trực có thể mở lại.',
  recognise: 'Điển hình được công nhận ở cấp chọn dưới đây. Từ đó có thể tôn vinh.',
  hold: 'Hồ sơ tạm dừng để xác minh: không quyết định gì thêm, không hiện trên cổng công khai cho đến khi được tiếp tục.',
  resume: 'Hồ sơ trở lại đúng trạng thái trước khi tạm dừng.',
  withdraw: 'Hồ sơ được rút, kèm lý do; nếu đang hiện trên cổng công khai thì được gỡ ngay.',
  lapse: 'Ghi nhận không còn là điển hình, kèm lý do; nếu đang hiện trên cổng công khai thì được gỡ ngay.',
  reopen: 'Hồ sơ trở về “mới phát hiện” và đi lại từ đầu; những gì đã ghi vẫn giữ nguyên.',
};

/** What has happened, said after it did. */
export const DONE_SENTENCES: Record<Exclude<ExemplarAction, 'honour'>, string> = {
  propose: 'Đã gửi đề nghị.',
  refuse: 'Đã từ chối giới thiệu.',
  merge: 'Đã gộp vào hồ sơ được giữ.',
  return: 'Đã trả lại để bổ sung.',
  choose: 'Đã chọn bồi dưỡng.',
  wait: 'Đã đưa vào danh sách chờ.',
  decline: 'Đã ghi không chọn.',
  recognise: 'Đã công nhận.',
  hold: 'Đã tạm dừng để xác minh.',
  resume: 'Đã cho tiếp tục.',
  withdraw: 'Đã rút hồ sơ.',
  lapse: 'Đã ghi nhận không còn là điển hình.',
  reopen: 'Đã mở lại hồ sơ.',
};
