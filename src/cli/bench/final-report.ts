import type { Block, OfficialPaper } from '../../papers/official-paper.ts';

const SENTENCE =
  'Trong giai đoạn 2016–2020, các cấp, các ngành đã phát hiện, lựa chọn, bồi dưỡng và nhân rộng điển hình tiên tiến gắn với xây dựng nông thôn mới, giảm nghèo bền vững, cải cách hành chính và các phong trào thi đua của địa phương.';
const CHAPTERS = 9;
const PARAGRAPHS = 12;
const ROWS = 28;

/**
 * A final report of sixty pages: nine parts of prose, each with two tables of figures by year. `run` changes every
 * paragraph and row, so that nothing of the run before is found in a cache.
 */
export function finalReport(run = 0, chapters = CHAPTERS): OfficialPaper {
  return {
    superior: 'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
    issuer: 'BAN THI ĐUA - KHEN THƯỞNG',
    number: null,
    symbol: 'BC-BTĐKT',
    place: 'Phú Thọ',
    date: null,
    year: 2020,
    kind: 'BÁO CÁO',
    subject: 'Tổng kết thực hiện Kế hoạch xây dựng điển hình tiên tiến giai đoạn 2016–2020',
    body: Array.from({ length: chapters }, (_, chapter) => chapterOf(chapter + 1, run)).flat(),
    signature: { authority: [], title: 'TRƯỞNG BAN', name: null },
    recipients: ['UBND tỉnh', 'Lưu: VT'],
  };
}

function chapterOf(number: number, run: number): Block[] {
  const sentence = (paragraph: number) => `Lần ${run}, đoạn ${paragraph}: ${SENTENCE}`;
  return [
    { type: 'heading', level: 1, text: `${number}. NỘI DUNG THỨ ${number}` },
    ...Array.from(
      { length: PARAGRAPHS },
      (_, n): Block => ({ type: 'paragraph', text: Array.from({ length: 4 }, () => sentence(n)).join(' ') }),
    ),
    ...[1, 2].map((table): Block => tableOf(number, table, run)),
  ];
}

function tableOf(chapter: number, table: number, run: number): Block {
  return {
    type: 'table',
    title: `Bảng ${chapter}.${table}. Số liệu qua các năm`,
    columns: ['Chỉ tiêu', 'Cả giai đoạn', '2016', '2017', '2018', '2019', '2020'].map((label) => ({ label })),
    rows: Array.from({ length: ROWS }, (_, row) => [
      `Điển hình tiên tiến thuộc lĩnh vực thứ ${row + 1} đang được chăm lo`,
      ...Array.from({ length: 6 }, (_, year) => (row + 1) * (year + 3) * chapter + run),
    ]),
    totals: ['Tổng số', 1234, 200, 240, 260, 262, 272],
  };
}
