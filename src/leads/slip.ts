import { cleanLine } from '../papers/clean-text.ts';
import { withKnownGlyphs } from '../papers/printable.ts';
import { compileTypst } from '../papers/typst-process.ts';
import { formatDate } from '../ui/format.ts';
import { writtenCode } from './codes.ts';
import type { PublicLead } from './look-up.ts';
import type { PublicRecord } from './look-up-exemplar.ts';
import template from './slip.typ?raw';

const LIMIT_MS = 20_000;
/** A name of 200 characters must not push the code off its page. */
const LONGEST_NAME = 120;

/** What stands on a slip, every text final. */
export interface SlipWords {
  title: string;
  office: string;
  about: string[];
  codeLabel: string;
  code: string;
  howLabel: string;
  how: string[];
  close: string[];
  /** Empty on a true slip. */
  sample: string;
}

/**
 * The words of a slip.
 *
 * @param address where the code is typed in, e.g. `https://guongsang.phutho.gov.vn/tra-cuu`
 */
export function slipWords(view: PublicLead | PublicRecord, code: string, address: string): SlipWords {
  const { officeName, telephone } = view;
  const reach = telephone ? `, hoặc gọi số ${telephone}` : '';
  return {
    office: officeName,
    codeLabel: 'Mã tra cứu',
    code: writtenCode(code),
    howLabel: 'Dùng mã này thế nào',
    ...(view.kind === 'lead' ? leadWords(view, address) : recordWords(view, address)),
    close: [
      `Không có điện thoại, máy tính: mang phiếu này đến ${officeName}${reach}; cán bộ sẽ mở giúp.`,
      'Ai có mã đều đọc được, vì vậy hãy giữ phiếu. Nếu mất phiếu, hãy báo để được cấp mã khác; mã cũ sẽ không còn dùng được.',
    ],
    sample: (view.kind === 'lead' ? view.lead.isSample : view.isSample)
      ? 'Phiếu mẫu: người và việc trong phiếu là bịa để dùng thử.'
      : '',
  };
}

const leadWords = ({ lead, assisted }: PublicLead, address: string) => ({
  title: 'PHIẾU GIỚI THIỆU GƯƠNG TỐT',
  about: [
    `Ngày ${formatDate(lead.receivedOn)}, ông/bà đã giới thiệu: ${shortened(lead.fullName)}.`,
    ...(assisted ? ['Cán bộ đã ghi hộ theo lời ông/bà.'] : []),
  ],
  how: [
    `Mở trang ${address}`,
    'Ghi mã ở trên rồi bấm “Xem”.',
    'Xem lời giới thiệu đã đến đâu; trả lời khi được hỏi thêm; kể thêm hoặc rút lại.',
  ],
});

const recordWords = ({ fullName, assisted }: PublicRecord, address: string) => ({
  title: 'PHIẾU CỦA NGƯỜI CÓ TÊN TRONG HỒ SƠ',
  about: [
    `Hồ sơ điển hình của: ${shortened(fullName)}.`,
    ...(assisted
      ? [`Cán bộ đã ghi hộ theo lời ông/bà; ông/bà xác nhận ngày ${formatDate(assisted.confirmedOn)}.`]
      : []),
  ],
  how: [
    `Mở trang ${address}`,
    'Ghi mã ở trên rồi bấm “Xem”.',
    'Đọc những gì đang ghi về mình; đề nghị sửa chỗ chưa đúng; nói ra nếu không đồng ý. Cán bộ phải trả lời.',
  ],
});

const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;

/** Sets a slip as PDF/A of one page, off the event loop. */
export async function slipPdf(words: SlipWords, createdAt: Date): Promise<Uint8Array> {
  const known = (text: string): string => withKnownGlyphs(cleanLine(text));
  const { about, how, close, ...lines } = words;
  const slip = {
    ...Object.fromEntries(Object.entries(lines).map(([name, text]) => [name, known(text)])),
    about: about.map(known),
    how: how.map(known),
    close: close.map(known),
  };
  const { pdf } = await compileTypst({
    template,
    inputs: { slip: JSON.stringify(slip) },
    createdAt,
    limitMs: LIMIT_MS,
  });
  return new Uint8Array(pdf);
}
