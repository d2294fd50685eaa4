import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import type { BelowOffice, BelowStatus } from './rollup-below.ts';

/** Where an office below stands, in words and as a tone. */
export const STATUS: Record<BelowStatus, { word: string; tone: Tone }> = {
  accepted: { word: 'đã chấp nhận', tone: 'good' },
  submitted: { word: 'đã nộp, chờ xem', tone: 'progress' },
  returned: { word: 'đã trả lại', tone: 'warn' },
  waiting: { word: 'chưa có', tone: 'neutral' },
  gap: { word: 'thiếu, có lý do', tone: 'warn' },
  none: { word: 'ước tính không phát sinh', tone: 'neutral' },
  excused: { word: 'được miễn', tone: 'neutral' },
};

/** Views of the table of offices: which statuses each shows. */
export const VIEWS = {
  'tat-ca': {
    label: 'Tất cả',
    shows: ['accepted', 'submitted', 'returned', 'waiting', 'gap', 'none', 'excused'],
  },
  'chua-co': { label: 'Chưa có', shows: ['waiting', 'returned'] },
  'cho-nhan': { label: 'Chờ xem', shows: ['submitted'] },
  'da-nhan': { label: 'Đã chấp nhận', shows: ['accepted'] },
  'neu-thieu': { label: 'Nêu thiếu, miễn', shows: ['gap', 'none', 'excused'] },
} as const satisfies Record<string, { label: string; shows: readonly BelowStatus[] }>;

export type View = keyof typeof VIEWS;

export const shownIn = (view: View, below: readonly BelowOffice[]): BelowOffice[] => {
  const shows: readonly BelowStatus[] = VIEWS[view].shows;
  return below.filter((office) => shows.includes(office.status));
};

/** The status with what belongs to it: how late, why. */
export function StatusTag({ office, today }: { office: BelowOffice; today: string }) {
  const late = office.status === 'waiting' && office.dueOn !== null && office.dueOn < today;
  const { word, tone } = STATUS[office.status];
  const reason = office.gap && !office.gap.arrivedOn ? office.gap.reason : office.excuse;
  return (
    <>
      <StateTag
        tone={late ? 'stopped' : tone}
        word={late ? `quá hạn ${formatCount(daysBetween(office.dueOn ?? today, today))} ngày` : word}
      />
      {office.gap?.arrivedOn ? (
        <div class="muted">ghép muộn ngày {formatDate(office.gap.arrivedOn)}</div>
      ) : null}
      {reason && (office.status === 'gap' || office.status === 'none' || office.status === 'excused') ? (
        <div class="muted">{reason}</div>
      ) : null}
    </>
  );
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
