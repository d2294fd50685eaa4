// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are part of what people paste
/** For tests: what people really paste into forms, and what breaks careless writers. */
const UGLY_TEXTS: readonly string[] = [
  'a < b & c > d "e" \'f\'',
  '#let x = 1',
  '- dash',
  '+ cộng',
  '= tiêu đề',
  '1. số',
  '$1 và $x^2$',
  '*đậm* _nghiêng_ `mã` ~',
  '// không phải chú thích /* x */',
  '@ref <nhan> [ô] {ngoặc}',
  '\\u{41} \\n \\',
  '<w:p/> ]]> <!-- --> &amp; &#0;',
  '${x} {{y}} %s',
  'Tie\u0302\u0301ng Vie\u0323\u0302t tách dấu',
  'dấu điều khiển \u0000\u0007\u001B và nửa ký tự \uD800',
  `Họ và tên dài ${'Nguyễn Thị '.repeat(45)}`,
  `liền${'W'.repeat(500)}`,
  'https://phutho.gov.vn/thi-dua-khen-thuong/dien-hinh-tien-tien?nam=2018&trang=2#muc-3',
  'hoa sen 🪷 và 👨‍👩‍👧',
];

/** The same with a short name for each. */
export const UGLY_CASES = UGLY_TEXTS.map((text) => ({ name: text.slice(0, 40), text }));
