import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recallInWords, recallOf } from '../../test/plan-recall.ts';
import { readPlan } from './read-plan.ts';
import { planText } from './read-source.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const text = planText(read('db/seed/phu-tho-2016/ke-hoach-1711.txt'));
const facts = JSON.parse(read('test/plan-texts/facts-1711.json'));

function reading() {
  const answer = readPlan(text);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reading;
}

describe('reading Kế hoạch 1711/KH-UBND from its text', () => {
  it('proposes every fact that the text holds', () => {
    const recalled = recallOf(reading(), text, facts);
    expect(recalled.length).toBeGreaterThan(70);
    expect(
      recalled.filter(({ found }) => !found),
      recallInWords(recalled),
    ).toEqual([]);
  });

  it('shows for each thing the passage that says it', () => {
    const { number, issuedOn, signer, basis, stages, fields } = reading();
    const at = ({ passage }: { passage: { start: number; end: number } }) =>
      text.slice(passage.start, passage.end);
    expect(at(number)).toBe('1711/KH-UBND');
    expect(issuedOn && at(issuedOn)).toBe('ngày 10 tháng 5 năm 2016');
    expect(signer && at(signer)).toBe('Bùi Minh Châu');
    expect(basis.map(at)[0]).toMatch(/^Chỉ thị số 34\/CT-TW ngày 07\/4\/2014 của Bộ Chính trị về/);
    expect(stages.map(at).map((words) => words.slice(0, 24))).toEqual([
      '- Trong Quý II năm 2016 ',
      '- Từ năm 2017 đến năm 20',
      '- Năm 2020, tổ chức đánh',
    ]);
    expect(fields[1] && at(fields[1])).toMatch(/05 hộ gia đình hoặc cá nhân tiêu biểu/);
  });

  it('reads both styles of a number of the Party as one', () => {
    expect(reading().basis.map(({ value }) => value.number)).toEqual(['34-CT/TW', '23-CT/TU']);
  });

  it('says what the copy has lost: mục I, what comes after II.2.2, recipients and signature', () => {
    expect(reading().missing).toEqual([
      'Không thấy mục I trong văn bản.',
      'Không thấy phần tổ chức thực hiện: sau mục II không còn mục nào; văn bản dừng ở mục II.2.2, có thể bị cắt ở giữa.',
      'Không thấy phần “Nơi nhận”.',
      'Không thấy phần chữ ký (TM., KT. …) ở cuối văn bản.',
    ]);
  });

  it('says that the last sentence is not over where the text was cut inside it', () => {
    const cut = readPlan(text.slice(0, -40));
    expect(cut.ok && cut.reading.missing[0]).toMatch(/^Câu cuối chưa hết \(“…/);
  });
});

describe('a text that is no plan', () => {
  it('is refused without a number', () => {
    const answer = readPlan('ỦY BAN NHÂN DÂN TỈNH\nSố:      /KH-UBND\nKẾ HOẠCH\nXây dựng điển hình');
    expect(answer).toEqual({ ok: false, sentence: expect.stringMatching(/^Không tìm thấy số, ký hiệu/) });
  });

  it('is refused with two plans in it, and both are named', () => {
    const answer = readPlan(`${text}\n\nUBND TỈNH X\nSố: 99/KH-UBND\nKẾ HOẠCH`);
    expect(answer.ok).toBe(false);
    expect(!answer.ok && answer.sentence).toMatch(/2 văn bản khác nhau \(số 1711\/KH-UBND, 99\/KH-UBND\)/);
  });

  it('does not stop the server, whatever is repeated in it', () => {
    const pieces = [
      'a',
      ' ',
      '\n',
      '(',
      '|',
      'giao sở ',
      'giao Sở Nội vụ phối hợp với ',
      '1/KH-A',
      'ngày 1/1/2016 ',
      '- ',
    ];
    const more = [
      'Căn cứ Chỉ thị số 1/CT-TW của ',
      'a b c d; ',
      'mỗi xã ',
      'lựa chọn cần ',
      'báo cáo UBND tỉnh ',
      'phong trào thi đua "',
    ];
    for (const piece of [...pieces, ...more]) {
      const started = performance.now();
      readPlan(planText(`Số: 1/KH-UBND\n${piece.repeat(Math.ceil(100_000 / piece.length))}`));
      expect(performance.now() - started, `“${piece}”`).toBeLessThan(2_000);
    }
  });
});
