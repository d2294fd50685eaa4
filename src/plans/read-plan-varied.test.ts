// long: what each invented plan says is written out beside its text
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanReading } from './read-found.ts';
import { readPlan } from './read-plan.ts';
import { planText } from './read-source.ts';

const raw = (name: string): string =>
  readFileSync(new URL(`../../test/plan-texts/${name}.txt`, import.meta.url), 'utf8');

function reading(text: string): PlanReading {
  const answer = readPlan(planText(text));
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reading;
}

/** What a reading says, in a few lines that can be compared. */
function inShort(read: PlanReading) {
  const { number, kind, title, issuedOn, issuedAt, issuer, signer, period, reportsTo } = read;
  return {
    head: [number, kind, title, issuedOn, issuedAt, issuer, signer].map((one) => one?.value ?? null),
    period: period && `${period.value.from} ${period.value.to}`,
    basis: read.basis.map(({ value }) => `${value.kind} ${value.number} ${value.datedOn} ${value.issuer}`),
    stages: read.stages.map(({ value }) => `${value.precision} ${value.fromOn} ${value.toOn}`),
    parts: read.unitPlanParts.map(({ value }) => value),
    fields: read.fields.map(
      ({ value: { name, lead, coordinating, quota, criteria } }) =>
        `${name} / ${lead} / ${coordinating} / ${quota.kind} ${quota.number ?? quota.percentOf ?? ''} ${quota.counts}${
          quota.each ? ` (${quota.each})` : ''
        } / ${criteria.map(({ value }) => value.kind)}`,
    ),
    reports: reportsTo && `${reportsTo.value.to} / ${reportsTo.value.via}`,
  };
}

describe('reading other plans (all invented)', () => {
  it('reads a province’s plan with at-least, at-most and percent quotas', () => {
    expect(inShort(reading(raw('tinh-2026')))).toEqual({
      head: [
        '215/KH-UBND',
        'Kế hoạch',
        'Phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến trên địa bàn tỉnh Sơn Thủy giai đoạn 2026 - 2030',
        '2026-01-05',
        'Sơn Thủy',
        'Ủy ban nhân dân tỉnh Sơn Thủy',
        'Trần Thị Minh Hòa',
      ],
      period: '2026-01-01 2030-12-31',
      basis: [
        'Luật 06/2022/QH15 2022-06-15 Quốc hội',
        'Nghị định 152/2025/NĐ-CP 2025-06-14 Chính phủ',
        'Chỉ thị 41-CT/TW 2024-12-26 Bộ Chính trị',
      ],
      stages: [
        'quarter 2026-01-01 2026-03-31',
        'month 2026-04-01 2028-12-31',
        'quarter 2028-07-01 2028-09-30',
        'year 2030-01-01 2030-12-31',
      ],
      parts: [
        'mục tiêu cụ thể',
        'danh sách nguồn điển hình',
        'phân công người giúp đỡ',
        'kinh phí thực hiện',
      ],
      fields: [
        'Nông thôn mới / Sở Nông nghiệp và Môi trường / UBND các xã, phường / at_least 20 collective / threshold,every_year,yes_no',
        'Chuyển đổi số / Sở Khoa học và Công nghệ / Sở Nội vụ / at_most 10 individual / yes_no,rank_in_locality',
        'Học tập suốt đời / Sở Giáo dục và Đào tạo / Hội Khuyến học tỉnh / none ít nhất 10% số trường  / every_year',
      ],
      reports: 'Sở Nội vụ / Phòng Thi đua, khen thưởng',
    });
  });

  it('reads a ministry’s plan with headings in small letters and other list marks', () => {
    const short = inShort(reading(raw('bo-2026')));
    expect(short.head.slice(2, 7)).toEqual([
      'Xây dựng gương người tốt, việc tốt ngành Thủy lợi và Thời tiết, giai đoạn 2026–2030',
      '2026-03-12',
      'Hà Nội',
      'Bộ Thủy lợi và Thời tiết',
      'Lê Văn Thời',
    ]);
    expect(short.basis).toEqual([
      'Nghị định 98/2023/NĐ-CP 2023-12-31 Chính phủ',
      'Kế hoạch 12/KH-HĐTĐKT 2026-01-20 Hội đồng Thi đua - Khen thưởng Trung ương',
    ]);
    expect(short.fields).toEqual([
      'Quan trắc viên vùng sâu, vùng xa / Cục Quan trắc / các đài khu vực / exactly 15 individual / yes_no,every_year,yes_no',
      'Quản lý hồ chứa an toàn / Cục Thủy lợi / Sở Nông nghiệp và Môi trường các tỉnh / at_least 5 collective / yes_no,yes_no',
    ]);
    expect(short.reports).toBe('Bộ / Vụ Tổ chức cán bộ, Ban Thi đua ngành');
  });

  it('reads a commune’s plan of one year with days and months', () => {
    const short = inShort(reading(raw('xa-2027')));
    expect(short.head[5]).toBe('Uỷ ban nhân dân xã Đồi Chè');
    expect(short.period).toBe('2027-01-01 2027-12-31');
    expect(short.stages).toEqual([
      'day 2027-01-01 2027-06-30',
      'day 2027-07-01 2027-10-31',
      'month 2027-11-01 2027-11-30',
    ]);
    expect(short.fields).toEqual([
      'Gương sản xuất giỏi / Hội Nông dân xã / các khu dân cư / at_least 3 household / threshold,every_year',
      'Gương hiếu học / Hội Khuyến học xã / các nhà trường / exactly 2 individual / yes_no',
    ]);
  });

  it('reads a department’s plan in cells, with the lead office in a row of its own and a quota for each district', () => {
    const short = inShort(reading(raw('so-2021')));
    expect(short.head[5]).toBe('Sở Giáo dục và Đào tạo');
    expect(short.head[6]).toBe('Nguyễn Thị Học');
    expect(short.fields[1]).toBe(
      'Trường học hạnh phúc / Phòng Chính trị tư tưởng / các trường trung học phổ thông / at_least 1 collective (huyện, thành phố) / yes_no',
    );
    expect(short.parts).toEqual(['trách nhiệm của người đứng đầu', 'biện pháp bồi dưỡng', 'chế độ báo cáo']);
  });

  it('reads a plan of the Party with its own letterhead and numbers', () => {
    const short = inShort(reading(raw('dang-uy-2026')));
    expect(short.head[0]).toBe('12-KH/ĐU');
    expect(short.head[5]).toBe('Đảng ủy xã Suối Trong');
    expect(short.stages[1]).toBe('quarter 2026-07-01 2029-12-31');
    expect(short.fields[1]).toMatch(/^Chi bộ kiểu mẫu .* at_most 3 collective/);
  });

  it('reads a plan that came out of a PDF, with both columns of the head on one line', () => {
    const short = inShort(reading(raw('hoi-pdf-2026')));
    expect(short.head).toEqual([
      '33/KH-HND',
      'Kế hoạch',
      'Xây dựng mô hình nông dân sản xuất, kinh doanh giỏi giai đoạn 2026-2030',
      '2026-02-09',
      'Bắc Đồng',
      'Hội Nông dân tỉnh Bắc Đồng',
      'Phạm Thị Đồng',
    ]);
    expect(reading(raw('hoi-pdf-2026')).missing).toEqual([]);
  });

  it('reads a company’s plan with the lead office before “chủ trì” and a quota for each workshop', () => {
    const short = inShort(reading(raw('cong-ty-2026')));
    expect(short.head.slice(0, 1)).toEqual(['402/KH-TB3']);
    expect(short.stages).toEqual([
      'month 2026-05-01 2026-05-31',
      'month 2026-06-01 2028-10-31',
      'quarter 2028-10-01 2028-12-31',
    ]);
    expect(short.fields).toEqual([
      'Thợ giỏi vận hành / Phòng Kỹ thuật / Công đoàn / exactly 2 individual (phân xưởng) / yes_no,yes_no,yes_no',
      'Tổ sản xuất an toàn / Phòng An toàn / null / exactly 5 collective / yes_no',
    ]);
  });

  it('reads a district’s plan whose number has no colon and whose fields are told in rows', () => {
    const read = reading(raw('huyen-2019'));
    const short = inShort(read);
    expect([short.head[0], short.head[5], short.period]).toEqual([
      '18/KH-UBND',
      'UBND huyện Thượng Lạc',
      '2019-01-01 2020-12-31',
    ]);
    expect(short.stages).toEqual([
      'month 2019-03-01 2019-03-31',
      'month 2019-04-01 2020-11-30',
      'month 2020-12-01 2020-12-31',
    ]);
    expect(short.fields[1]).toBe(
      'Giảm nghèo / Phòng Lao động - Thương binh và Xã hội / null / at_most 15 household / yes_no,yes_no',
    );
    // a field has one quota: the second number is told, not dropped
    expect(read.fields[0]?.value.quota).toMatchObject({ kind: 'at_least', number: 8, also: '12 cá nhân' });
  });
});

describe('noise in a text', () => {
  const names = [
    'cong-ty-2026',
    'huyen-2019',
    'tinh-2026',
    'bo-2026',
    'xa-2027',
    'so-2021',
    'dang-uy-2026',
    'hoi-pdf-2026',
  ] as const;
  const clean = new Map(names.map((name) => [name, inShort(reading(raw(name)))]));
  const name = fc.constantFrom(...names);
  const same = (text: string, of: (typeof names)[number]) =>
    expect(bare(inShort(reading(text)))).toEqual(bare(clean.get(of)));

  it('does not matter where it is of hyphens, blanks and decomposed letters', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(fc.constantFrom('nbsp', 'nfd', 'hyphens', 'crlf', 'invisible'), { maxLength: 5 }),
        (of, noises) => {
          const text = noises.reduce((so, noise) => NOISES[noise](so), raw(of));
          same(text, of);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hardly matters where a sentence is broken over two lines', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (of, places) => {
          const body = raw(of);
          const breaks = blanksInSentences(body);
          const chosen = new Set(places.map((place) => breaks[Math.floor(place * breaks.length)]));
          const text = [...body].map((letter, at) => (chosen.has(at) ? '\n' : letter)).join('');
          expect(strictly(text)).toEqual(strictly(body));
        },
      ),
      { numRuns: 150 },
    );
  });

  const NOISES = {
    nbsp: (text: string) => text.replace(/ (?=\p{L})/gu, '\u00a0'),
    nfd: (text: string) => text.normalize('NFD'),
    hyphens: (text: string) => text.replace(/-/g, '\u2013'),
    crlf: (text: string) => text.replace(/\n/g, '\r\n'),
    invisible: (text: string) => text.replace(/(\p{L}{4})(\p{L})/gu, '$1\u00ad$2'),
  };
});

/** Everything that is read beside the head, word for word. */
function strictly(text: string): unknown {
  const { basis, stages, unitPlanParts, fields, reportsTo, movements, missing } = reading(text);
  return bare(withoutPassages({ basis, stages, unitPlanParts, fields, reportsTo, movements, missing }));
}

const withoutPassages = (thing: unknown): unknown =>
  JSON.parse(JSON.stringify(thing, (key, value) => (key === 'passage' ? undefined : value)));

/** Hyphens of whatever kind are one; lines and blanks too. */
const bare = (thing: unknown): unknown =>
  JSON.parse(
    JSON.stringify(thing)
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/\\n| +/g, ' '),
  );

/** Places of blanks between two words of small letters, inside lines that are long enough to be broken. */
function blanksInSentences(text: string): number[] {
  const letters = [...text];
  return letters.flatMap((letter, at) => {
    const before = letters.slice(Math.max(0, at - 45), at).join('');
    const small =
      /\p{Ll}{2}$/u.test(before) &&
      /\p{Ll}/u.test(letters[at + 1] ?? '') &&
      /\p{Ll}/u.test(letters[at + 2] ?? '');
    return letter === ' ' && small && !before.includes('\n') && before.length >= 45 ? [at] : [];
  });
}
