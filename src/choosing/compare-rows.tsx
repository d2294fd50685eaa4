import type { Child } from 'hono/jsx';
import { Figure, Trust } from '../exemplars/achievements-view.tsx';
import { WAY_NAMES } from '../exemplars/consent-form.ts';
import type { Achievement } from '../exemplars/merits-queries.ts';
import { OpenVoiceList } from '../exemplars/open-voices-view.tsx';
import { AssistedMark, ExemplarStateTag, SampleMark } from '../exemplars/show-marks.tsx';
import { BREADTH_NAMES, wordFor } from '../exemplars/show-words.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import {
  contributionsCell,
  duplicatesCell,
  Endorsed,
  evidenceCell,
  lines,
  Missing,
  supportCell,
} from './compare-cells.tsx';
import { CriteriaCell } from './compare-criteria.tsx';
import type { Compared } from './compare-queries.ts';
import { AgainstChoosing } from './marks.tsx';
import type { Candidate } from './rules.ts';

/** One line across all candidates. */
export interface CompareRow {
  what: string;
  cell: (one: Compared) => Child;
}

const words = (text: string | null, missing: string): Child => text ?? <Missing>{missing}</Missing>;

/** The rows of the comparison: the same questions to all, figures by measure among them. */
export function compareRows(all: readonly Compared[], accountId: number | null): CompareRow[] {
  return [
    { what: 'Ai', cell: ({ candidate }) => <Who candidate={candidate} /> },
    {
      what: 'Nơi ở, đơn vị',
      cell: ({ candidate: { exemplar } }) => (
        <>
          {words(exemplar.subject.place, 'chưa ghi nơi ở')}
          <div class="muted">{exemplar.officeName}</div>
        </>
      ),
    },
    {
      what: 'Vướng gì nếu chọn',
      cell: ({ candidate }) => <AgainstChoosing candidate={candidate} accountId={accountId} />,
    },
    {
      what: 'Người có tên chờ trả lời',
      cell: ({ voices }) => (voices.length === 0 ? 'không có ý kiến nào' : <OpenVoiceList voices={voices} />),
    },
    { what: 'Tóm tắt', cell: ({ candidate }) => words(candidate.exemplar.statement, 'chưa có tóm tắt') },
    { what: 'Điều mới, việc khó', cell: ({ candidate }) => words(candidate.exemplar.novelty, 'chưa ghi') },
    { what: 'Ai quan tâm', cell: ({ candidate }) => words(candidate.exemplar.interest, 'chưa ghi') },
    ...figureRows(all),
    { what: 'Đóng góp', cell: contributionsCell },
    { what: 'Minh chứng', cell: evidenceCell },
    { what: 'Suy tôn', cell: ({ candidate }) => <Endorsed candidate={candidate} /> },
    { what: 'Tiêu chí', cell: ({ assessment }) => <CriteriaCell assessment={assessment} /> },
    { what: 'Kế hoạch bồi dưỡng', cell: supportCell },
    {
      what: 'Sự đồng ý',
      cell: ({ consent }) =>
        consent ? (
          `${wordFor(WAY_NAMES, consent.how)}, ngày ${formatDate(consent.givenOn)}`
        ) : (
          <Missing>chưa có</Missing>
        ),
    },
    {
      what: 'Khen thưởng đã có',
      cell: ({ awards }) =>
        awards.length === 0
          ? 'chưa ghi khen thưởng nào'
          : lines(
              awards.map(({ name, year, confirmed }) =>
                [name, year, confirmed ? 'đã xác nhận' : 'chưa xác nhận'].filter(Boolean).join(', '),
              ),
              '',
            ),
    },
    { what: 'Ghi hộ', cell: ({ assisted }) => assisted ?? 'không' },
    { what: 'Có thể trùng với', cell: duplicatesCell },
    {
      what: 'Ngày nằm trên bàn',
      cell: ({ desks }) =>
        lines(
          desks.map(({ office, days }) => `${office}: ${formatCount(days)} ngày`),
          'chưa rõ',
        ),
    },
  ];
}

function Who({ candidate: { exemplar } }: { candidate: Candidate }) {
  const { subject, state, title, breadth, isSample, assisted } = exemplar;
  const born = subject.birthYear ? `, sinh năm ${subject.birthYear}` : '';
  return (
    <>
      <a href={`/dien-hinh/${exemplar.id}`}>{subject.fullName}</a> <SampleMark shown={isSample} />{' '}
      <AssistedMark shown={assisted} />
      <div class="muted">
        {SUBJECT_KIND_NAMES[subject.kind]}
        {born}
        {subject.position ? `, ${subject.position}` : ''}
      </div>
      {title ? <div>{title}</div> : null}
      <div class="muted">{wordFor(BREADTH_NAMES, breadth) ?? 'chưa rõ toàn diện hay từng mặt'}</div>
      <ExemplarStateTag state={state} />
    </>
  );
}

/** Figures of one measure stand in one row; without a measure by their own words. */
const measureOf = ({ measure, statement, value }: Achievement): string =>
  value === null ? 'Thành tích bằng lời' : (measure ?? statement);

function figureRows(all: readonly Compared[]): CompareRow[] {
  const measures = [...new Set(all.flatMap((one) => one.achievements.map(measureOf)))];
  if (measures.length === 0) return [{ what: 'Thành tích', cell: () => <Missing>chưa có số liệu</Missing> }];
  return measures.map((measure) => ({
    what: upperFirst(measure),
    cell: ({ achievements, claims }) =>
      lines(
        achievements
          .filter((one) => measureOf(one) === measure)
          .map((one) => (
            <>
              {one.value === null ? null : <Figure achievement={one} nameless />}
              <div class={one.value === null ? undefined : 'muted'}>{wordsBeside(one, measure)}</div>
              <Trust figure={one} claims={claims.filter(({ achievementId }) => achievementId === one.id)} />
            </>
          )),
        'chưa có',
      ),
  }));
}

/** What the row's head does not say already: the statement where it says more than the measure, and the year. */
function wordsBeside({ value, statement, year }: Achievement, measure: string): string {
  const told = statement.replace(/,?\s*năm \d{4}\s*$/i, '').trim();
  const more = value === null || told.toLocaleLowerCase('vi') !== measure.toLocaleLowerCase('vi');
  return [
    more ? statement : null,
    year && (!more || !statement.includes(String(year))) ? `năm ${year}` : null,
  ]
    .filter(Boolean)
    .join(', ');
}

const upperFirst = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
