import type { Day } from '../platform/clock.ts';
import { subjectErrors, tidySubject } from '../subjects/facts.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { type PastAward, pastAwardErrors, tidyPastAward } from '../subjects/past-award-facts.ts';
import type { AwardField } from './award-fields.ts';
import { findForm, type NamedForm } from './award-form-match.ts';
import { type AwardValue, awardKey } from './award-value.ts';
import { readDay } from './cell-day.ts';
import { RowReader } from './exemplar-read.ts';
import type { Judged, ListRow } from './target.ts';
import { keyOf } from './words.ts';

/** All that rows of past awards are judged by. */
export interface AwardWorld {
  today: Day;
  forms: readonly NamedForm[];
  kind: SubjectKind | null;
  properCase: boolean;
}

const LONGEST = { place: 300, position: 200, form: 200, number: 200, giver: 200, forWhat: 1_000 };

/** Judges one row of a list of past awards: whose award it is, and what is known of it; or every reason why not. */
export function judgeAward(world: AwardWorld, row: ListRow): Judged {
  const thisYear = Number(world.today.slice(0, 4));
  const read = new RowReader<AwardField>(row, thisYear);
  const name = read.name(world.properCase);
  const kind = read.kind(name) ?? world.kind ?? 'individual';
  const subject = tidySubject({
    kind,
    fullName: name,
    birthYear: kind === 'collective' ? null : read.birthYear(),
    place: read.text('place', ', ', LONGEST.place),
    position: kind === 'collective' ? null : read.text('position', ', ', LONGEST.position),
    representative: null,
  });
  const { award, formName } = awardOf(world, read, thisYear);
  const reasons = [
    ...row.problems,
    ...Object.values(subjectErrors(subject, thisYear)),
    ...read.problems,
    ...Object.values(pastAwardErrors(award, world.today)),
  ];
  const notes = [...new Set([...row.notes, ...read.notes])];
  if (reasons.length > 0) return { ok: false, reasons: [...new Set(reasons)], notes };
  const value: AwardValue = { subject, award, formName, onlyKnown: onlyKnown(subject) };
  const key = [kind, keyOf(subject.fullName), subject.birthYear, keyOf(subject.place ?? ''), awardKey(value)];
  return { ok: true, value, probe: subject, notes, key: key.join('|') };
}

/** A name alone is nobody: then somebody known has to be meant. */
const onlyKnown = ({ birthYear, place, kind }: AwardValue['subject']): string | null =>
  birthYear !== null || place !== null
    ? null
    : `Chưa biết là ai: hãy ghi thêm ${kind === 'collective' ? 'địa chỉ' : 'năm sinh hoặc nơi ở'}, hoặc ghi nhận chủ thể trước.`;

function awardOf({ forms, today }: AwardWorld, read: RowReader<AwardField>, thisYear: number) {
  const text = read.text('form', '; ', LONGEST.form);
  const found = text === null ? null : findForm(forms, text);
  const { number, decidedOn } = decisionOf(read, thisYear);
  const award: PastAward = tidyPastAward({
    awardFormId: found?.form?.id ?? null,
    formWords: found?.words ?? null,
    number,
    decidedOn,
    givenBy: read.text('giver', ', ', LONGEST.giver) ?? found?.giver ?? null,
    year: read.year('year', 'Năm được khen'),
    forWhat: read.text('for', '; ', LONGEST.forWhat),
    source: 'imported',
    confirmedBy: null,
  });
  if (found && !found.form) read.note(`Hình thức “${found.words}” không có trong danh mục: giữ bằng lời.`);
  if (text === null) read.problems.push('Chưa ghi hình thức khen thưởng.');
  if (decidedOn !== null && decidedOn > today) read.note('Ngày quyết định sau hôm nay.');
  return { award, formName: found?.form?.name ?? null };
}

/** 'Số 12/QĐ-UBND ngày 05/12/2017' holds both. */
function decisionOf(
  read: RowReader<AwardField>,
  thisYear: number,
): { number: string | null; decidedOn: Day | null } {
  const written = read.text('number', ', ', LONGEST.number);
  const own = read.day('decided', 'Ngày quyết định');
  const both = written === null ? null : /^(.*?)[\s,;(]*\bngày\s+(.+?)\)?$/iu.exec(written.normalize('NFC'));
  const number =
    (both?.[1] ?? written)?.replace(/^(?:quyết định|qđ)?\s*(?:số)?\s*:?\s+(?=\S)/iu, '').trim() || null;
  const told = both ? readDay(both[2] ?? '', thisYear) : null;
  if (both && !told)
    read.problems.push(
      `“${(both[2] ?? '').slice(0, 40)}” không phải là ngày quyết định; hãy ghi như 05/12/2017.`,
    );
  return { number, decidedOn: own ?? told?.day ?? null };
}
