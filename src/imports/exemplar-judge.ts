import type { Actor, Role } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import type { Measure } from '../measures/queries.ts';
import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { subjectErrors, tidySubject } from '../subjects/facts.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import type { NumberStyle } from './cell-number.ts';
import type { ExemplarField } from './exemplar-fields.ts';
import { measuredFigures } from './exemplar-measures.ts';
import { RowReader } from './exemplar-read.ts';
import type { ExemplarValue } from './exemplar-value.ts';
import type { OfficeMatch } from './office-match.ts';
import type { Judged, ListRow } from './target.ts';
import { keyOf } from './words.ts';

export const RECORDERS: readonly Role[] = ['unit', 'lead', 'standing'];

export interface NamedField {
  id: number;
  name: string;
  planId: number;
  leadOfficeId: number;
  subjectKinds: readonly string[];
}

export interface Named {
  id: number;
  name: string;
}

/** All that rows are judged by. */
export interface ExemplarWorld {
  actor: Actor;
  today: Day;
  offices: OfficeMatch;
  fields: readonly NamedField[];
  measures: readonly Measure[];
  movements: readonly Named[];
  /** What holds for rows that say nothing else. */
  office: OfficeInTree | null;
  planId: number | null;
  field: NamedField | null;
  kind: SubjectKind | null;
  /** Names in capitals become 'Nguyễn Văn Ba'. */
  properCase: boolean;
  /** What the numbers of a column say of how they are written. */
  styleOf(column: number): NumberStyle | null;
}

const LONGEST = {
  place: 300,
  position: 200,
  representative: 200,
  title: 300,
  statement: 10_000,
  hint: 300,
  note: 1_000,
};
const MOST_FIGURES = 30;

/** Judges one row of a list: what it becomes, with all that a person should know of it, or every reason why not. */
export function judgeExemplar(world: ExemplarWorld, row: ListRow): Judged {
  const read = new RowReader<ExemplarField>(row, Number(world.today.slice(0, 4)));
  const reasons = [...row.problems];
  const name = read.name(world.properCase);
  const kind = read.kind(name) ?? world.kind ?? 'individual';
  const subject = tidySubject({
    kind,
    fullName: name,
    birthYear: kind === 'collective' ? null : read.birthYear(),
    place: read.text('place', ', ', LONGEST.place),
    position: kind === 'collective' ? null : read.text('position', ', ', LONGEST.position),
    representative: kind === 'individual' ? null : read.text('representative', ', ', LONGEST.representative),
  });
  reasons.push(...Object.values(subjectErrors(subject, Number(world.today.slice(0, 4)))));
  const field = fieldOf(world, read, kind, reasons);
  const office = officeOf(world, read, field, reasons);
  const foundOn = foundDay(world, read, reasons);
  const year = read.year('figureYear', 'Năm của số liệu');
  const figures = read.figures('figure', world.styleOf, year);
  const measured = measuredFigures(world.measures, read, {
    kind,
    year,
    styleOf: world.styleOf,
    cellsOf: (key) => read.cellsOf(key),
  });
  const value: ExemplarValue = {
    subject,
    officeId: office?.id ?? 0,
    officeName: office?.name ?? '',
    planId: field?.planId ?? world.planId,
    fieldId: field?.id ?? null,
    fieldName: field?.name ?? null,
    leadOfficeId: field?.leadOfficeId ?? null,
    ...movementOf(world, read),
    title: read.text('title', '; ', LONGEST.title),
    statement: read.text('statement', '\n', LONGEST.statement),
    fieldHint: read.fieldHint(field?.name ?? null, LONGEST.hint),
    sources: read.lines('source', 20, 500),
    sourceNote: read.text('note', '\n', LONGEST.note),
    foundOn,
    figures: [...figures, ...measured.figures].slice(0, MOST_FIGURES),
    asks: measured.asks,
  };
  reasons.push(...read.problems);
  const notes = [...new Set([...row.notes, ...read.notes])];
  if (reasons.length > 0 || !office) return { ok: false, reasons: [...new Set(reasons)], notes };
  const probe = { ...subject, officeIds: [office.id] };
  return { ok: true, value, probe, notes, key: rowKey(value) };
}

/** Rows of one key say the same of the same subject: the second is a repetition. */
const rowKey = ({ subject, officeId, fieldId, fieldHint, title }: ExemplarValue): string =>
  [
    subject.kind,
    subject.fullName.toLowerCase(),
    subject.birthYear,
    keyOf(subject.place ?? ''),
    keyOf(subject.position ?? ''),
    officeId,
    fieldId ?? keyOf(fieldHint ?? ''),
    keyOf(title ?? ''),
  ].join('|');

function fieldOf(
  world: ExemplarWorld,
  read: RowReader<ExemplarField>,
  kind: SubjectKind,
  reasons: string[],
): NamedField | null {
  const text = read.text('field', '; ', LONGEST.hint);
  const named = text === null ? world.field : byName(world.fields, text);
  if (text !== null && !named)
    read.note(`Lĩnh vực “${text}” không có trong kế hoạch: giữ làm gợi ý, chưa gắn lĩnh vực.`);
  if (!named || named.subjectKinds.includes(kind)) return named;
  const kinds = named.subjectKinds
    .map((one) => SUBJECT_KIND_NAMES[one as SubjectKind].toLowerCase())
    .join(', ');
  reasons.push(
    `Lĩnh vực “${named.name}” chỉ dành cho ${kinds}; dòng này là ${SUBJECT_KIND_NAMES[kind].toLowerCase()}.`,
  );
  return named;
}

function byName<T extends Named>(list: readonly T[], text: string): T | null {
  const key = keyOf(text);
  const same = list.filter(({ name }) => keyOf(name) === key);
  if (same.length > 0) return same[0] ?? null;
  // a number before it: '3. Phát triển kinh tế hộ'
  const bare = key.replace(/^\d{1,2} /, '');
  const within = list.filter(({ name }) => keyOf(name) === bare);
  return within.length === 1 ? (within[0] ?? null) : null;
}

function officeOf(
  { actor, offices, office }: ExemplarWorld,
  read: RowReader<ExemplarField>,
  field: NamedField | null,
  reasons: string[],
): OfficeInTree | null {
  const text = read.text('office', ', ', 300);
  const found = text === null ? null : offices.find(text);
  if (found && !found.ok) {
    reasons.push(found.sentence);
    return null;
  }
  if (found?.note) read.note(found.note);
  const meant = found?.office ?? office;
  if (!meant) {
    reasons.push('Chưa có đơn vị: hãy ghi ở dòng này hoặc chọn đơn vị chung.');
    return null;
  }
  const roles = rolesOver(actor, { officePath: meant.path, leadOfficeId: field?.leadOfficeId ?? null });
  if (RECORDERS.some((role) => roles.has(role))) return meant;
  reasons.push(`Bạn không phụ trách ${meant.name}${field ? ` trong lĩnh vực “${field.name}”` : ''}.`);
  return null;
}

function movementOf({ movements }: ExemplarWorld, read: RowReader<ExemplarField>) {
  const text = read.text('movement', '; ', LONGEST.hint);
  const named = text === null ? null : byName(movements, text);
  if (text !== null && !named) read.note(`Phong trào “${text}” chưa có trong danh mục: không ghi.`);
  return { movementId: named?.id ?? null, movementName: named?.name ?? null };
}

function foundDay({ today }: ExemplarWorld, read: RowReader<ExemplarField>, reasons: string[]): Day | null {
  const day = read.day('found', 'Ngày phát hiện');
  if (day !== null && day > today) reasons.push('Ngày phát hiện sau hôm nay.');
  return day;
}
