import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import type { FontSeen } from './list-rows.ts';

export const FONT_OPTIONS = [
  { value: 'auto', label: 'Tự nhận ra từng ô' },
  { value: 'unicode', label: 'Unicode (giữ nguyên)' },
  { value: 'tcvn3', label: 'TCVN3 – phông .VnTime, .VnArial' },
  { value: 'vni', label: 'VNI – phông VNI-Times' },
];

/** What was taken for an old font, with an example to judge it by. */
export function FoundFont({ font }: { font: FontSeen }) {
  return (
    <Notice
      tone="info"
      title={`Nhận ra phông chữ ${font.name} ở ${formatCount(font.cells)} ô, đã chuyển sang Unicode`}
    >
      <p>
        Ví dụ: “{font.before}” được đọc là “{font.after}”. Nếu không đúng, hãy chọn phông chữ khác ở phần
        “Chưa đúng?”.
      </p>
    </Notice>
  );
}
