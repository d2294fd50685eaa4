import { z } from 'zod';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import type { Typed } from '../web/form.ts';
import {
  checkbox,
  choice,
  day,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  wholeNumber,
} from '../web/form-fields.ts';
import {
  ADDINGS,
  CONTRIBUTION_KINDS,
  MEASURE_KINDS,
  type PlausibleRange,
  type Scale,
  SHOWINGS,
} from './kinds.ts';
import type { Measure } from './queries.ts';
import { readAmount } from './read-amount.ts';

const MOST_SYNONYMS = 30;

/** One a line, or parted by commas. */
const synonyms = z
  .string()
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[\n;,]/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().max(200, 'Mỗi tên gọi khác dài không quá 200 ký tự.'))
      .max(MOST_SYNONYMS, `Ghi nhiều nhất ${MOST_SYNONYMS} tên gọi khác.`),
  );

/** Names of the two fields of a range. */
export const rangeField = <const End extends 'lowest' | 'highest', const Kind extends SubjectKind>(
  kind: Kind,
  end: End,
): `${End}_${Kind}` => `${end}_${kind}`;

const lowest = optionalText('mức thấp nhất', 60);
const highest = optionalText('mức cao nhất', 60);

export const measureForm = z
  .object({
    name: text('tên chỉ số', 200),
    kind: choice('loại', MEASURE_KINDS),
    unit: text('đơn vị tính', 60),
    adding: choice('cách gộp', ADDINGS),
    decimals: wholeNumber('số chữ số thập phân', 0, 6),
    shown: choice('cách viết', SHOWINGS),
    contribution: optionalChoice('loại đóng góp', CONTRIBUTION_KINDS),
    synonyms,
    validFrom: optionalDay('ngày bắt đầu dùng'),
    rangeSource: optionalText('căn cứ của khoảng', 300),
    rangeProvisional: checkbox,
    ...{ lowest_individual: lowest, lowest_collective: lowest, lowest_household: lowest },
    ...{ highest_individual: highest, highest_collective: highest, highest_household: highest },
  })
  .transform((typed, context): MeasureFacts => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const endOf = (kind: SubjectKind, end: 'lowest' | 'highest'): number | null => {
      const written = typed[rangeField(kind, end)];
      const read = written === null ? null : readAmount(written, typed);
      if (read && !read.ok) wrong(rangeField(kind, end), read.sentence);
      return read?.ok ? read.value : null;
    };
    const { rangeSource: source, rangeProvisional: provisional } = typed;
    const ranges = SUBJECT_KINDS.map((subjectKind): PlausibleRange => {
      const [from, to] = [endOf(subjectKind, 'lowest'), endOf(subjectKind, 'highest')];
      if (from !== null && to !== null && from > to)
        wrong(rangeField(subjectKind, 'highest'), 'Mức cao nhất phải từ mức thấp nhất trở lên.');
      return { subjectKind, lowest: from, highest: to, source: source ?? '', provisional };
    }).filter((range) => range.lowest !== null || range.highest !== null);
    if (ranges.length > 0 && source === null) wrong('rangeSource', SOURCE_MISSING);
    const { name, kind, unit, adding, decimals, shown, contribution, synonyms: others, validFrom } = typed;
    return { name, kind, unit, adding, decimals, shown, contribution, synonyms: others, validFrom, ranges };
  });

const SOURCE_MISSING =
  'Hãy ghi khoảng này lấy từ đâu; nếu chưa có căn cứ, hãy ghi “ước lượng” và đánh dấu đặt tạm.';

/** What a person says about a measure; its key and its end are no part of it. */
export type MeasureFacts = Omit<Measure, 'id' | 'key' | 'validTo' | 'endReason' | 'version'>;

export const endMeasureForm = z.object({
  validTo: day('ngày cuối cùng còn dùng'),
  reason: text('lý do', 500),
});

/** A measure as the form would have had it typed. */
export function typedMeasure(measure: Measure): Typed {
  const { name, kind, unit, adding, decimals, shown, contribution, validFrom, ranges } = measure;
  return {
    name,
    kind,
    unit,
    adding,
    decimals: String(decimals),
    shown,
    contribution: contribution ?? '',
    synonyms: measure.synonyms.join('\n'),
    validFrom: validFrom ? formatDate(validFrom) : '',
    rangeSource: ranges[0]?.source ?? '',
    ...(ranges.some(({ provisional }) => provisional) ? { rangeProvisional: '1' } : {}),
    ...Object.fromEntries(ranges.flatMap((range) => typedRange(range, measure))),
  };
}

const typedRange = ({ subjectKind, lowest, highest }: PlausibleRange, { unit }: Scale): [string, string][] =>
  (
    [
      ['lowest', lowest],
      ['highest', highest],
    ] as const
  ).flatMap(([end, value]): [string, string][] =>
    value === null ? [] : [[rangeField(subjectKind, end), `${formatNumber(value)} ${unit}`]],
  );
