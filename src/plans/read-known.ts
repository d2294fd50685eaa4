import type { Remark } from './read-found.ts';
import { findFirst, passageOf, type Source, wholeOf } from './read-source.ts';

/** What plans of exemplars say and the program does anyway: shown with its passage so that nothing seems overlooked. */
const KNOWN: readonly [what: string, pattern: RegExp][] = [
  ['Giúp điển hình xác định động cơ phấn đấu', /xac dinh dong co phan dau/d],
  [
    'Bồi dưỡng nâng cao năng lực (nhận thức, chuyên môn nghiệp vụ, kinh nghiệm)',
    /nang cao nang luc[^.;]*?(?:kinh nghiem cong tac|nghiep vu|ky nang)/d,
  ],
  [
    'Điều kiện để bồi dưỡng (tinh thần, vật chất, cơ chế chính sách, môi trường)',
    /(?:dieu kien|co che)[^.;]*?(?:tinh than|vat chat)[^.;]*(?:moi truong(?: thuan loi)?|chinh sach)/d,
  ],
  [
    'Bốn câu hỏi kiểm tra (tác dụng, hiệu quả, khả năng phát triển, ảnh hưởng)',
    /(?:kiem tra|danh gia)[^.;]*?tac dung[^.;]*?hieu qua[^.;]*?kha nang phat trien[^.;]*?anh huong[^.;]*/d,
  ],
  [
    'Việc sau kiểm tra (rút kinh nghiệm, giúp khắc phục khó khăn, duy trì thành tích)',
    /rut kinh nghiem de dieu chinh[^;]*?duy tri thanh tich|phat hien nhung kho khan[^.;]*?giup do[^.;]*/d,
  ],
  [
    'Điều kiện của điển hình xuất sắc tiêu biểu (giá trị kinh tế, ý nghĩa xã hội, sức lan tỏa)',
    /xuat sac tieu bieu[^.;]*?gia tri kinh te[^.;]*?y nghia xa hoi[^.;]*?suc lan toa[^,.;]*/d,
  ],
  ['Mức độ điển hình (nhân tố mới, điển hình tiên tiến)', /nhan to moi,\s+dien hinh tien tien/d],
  [
    'Điển hình toàn diện hoặc từng mặt',
    /toan dien hoac\s+(?:tren\s+)?tung mat(?:, tung linh vuc(?: cong tac)?)?/d,
  ],
  ['Loại chủ thể (tập thể, cá nhân, hộ gia đình)', /tap the,\s+ca nhan(?:,|\s+va)\s+ho gia dinh/d],
  [
    'Tham quan, học tập kinh nghiệm, báo cáo kinh nghiệm',
    /tham quan[^.;]*?kinh nghiem[^.;]*?bao cao kinh nghiem[^.;]*?(?:cach lam|phuong phap)|tham quan[^.;]*?hoc tap kinh nghiem/d,
  ],
  ['Tuyên truyền điển hình', /tuyen truyen sau rong[^.;]*/d],
  ['Tôn vinh, học tập và nhân rộng', /to chuc ton vinh[^.;]*?nhan rong[^.;]*/d],
];

export function readKnown(source: Source): Remark[] {
  return KNOWN.flatMap(([what, pattern]) => {
    const match = findFirst(source, pattern, wholeOf(source));
    const passage = match && passageOf(match);
    return passage ? [{ what, passage }] : [];
  });
}
