import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Day } from '../platform/clock.ts';
import { type About, KEEP, type NewDecision } from './copy-about.ts';
import { movedDay, movedStage, movedWords } from './copy-dates.ts';
import { copyField } from './copy-field.ts';
import { fateInWords, type OfficesLater, successorOptions } from './copy-offices.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { Stage } from './queries.ts';

/** A decision of a field before the field has an id: `field` is its place in the draft, from 0. */
export type DraftDecision = NewDecision;

export interface CopiedPlan {
  draft: PlanDraft;
  /** Fields are named by their place in the draft, from 0; see `withFieldIds`. */
  decisions: DraftDecision[];
}

/** Criteria sets by id, as far as the copy asks about them. */
export interface SetInView {
  id: number;
  name: string;
  validFrom: Day | null;
  validTo: Day | null;
}

export interface CopyFacts {
  source: PlanDraft & { id: number };
  years: number;
  later: OfficesLater;
  calendar: WorkCalendar;
  sets: readonly SetInView[];
}

/**
 * A plan for a later period: days moved by whole years with their precision, offices by succession, quotas as they were;
 * and everything that a person must decide because the program cannot. Number, day and signer are empty: it is not issued.
 */
export function copiedPlan(facts: CopyFacts): CopiedPlan | null {
  const { source, years, later } = facts;
  const period = { from: source.periodFrom, to: source.periodTo };
  const issuer = issuerLater(source, later);
  const placeholder = issuer.id ?? later.root()?.id ?? null;
  if (placeholder === null) return null;
  const fields = source.fields.map((field, n) => copyField(field, n, { ...facts, placeholder }));
  const stages = source.stages.map((stage) => stageLater(stage, period, years));
  return {
    draft: {
      ...source,
      number: '',
      signer: null,
      issuedOn: null,
      title: movedWords(source.title, period, years),
      issuerOfficeId: issuer.id,
      issuerName: issuer.name,
      periodFrom: movedDay(source.periodFrom, years),
      periodTo: movedDay(source.periodTo, years),
      parentPlanId: null,
      copiedFromId: source.id,
      stages,
      fields: fields.map(({ field }) => field),
    },
    decisions: [
      ...issuer.decisions,
      ...basisDecisions(source),
      ...stageDecisions(stages, facts.calendar),
      ...fields.flatMap(({ decisions }) => decisions),
      ...setDecisions(facts),
    ],
  };
}

function issuerLater(source: PlanDraft, later: OfficesLater) {
  const old = source.issuerOfficeId;
  if (old === null) return { id: null, name: source.issuerName, decisions: [] };
  const found = later.of(old);
  const [only] = found;
  if (only && found.length === 1) {
    return { id: only.id, name: only.id === old ? source.issuerName : only.name, decisions: [] };
  }
  const decision: DraftDecision = {
    about: { kind: 'issuer' },
    question: `Cơ quan ban hành ${fateInWords(later, old)}. Cơ quan nào ban hành kế hoạch mới?`,
    options: successorOptions(found, false),
    suggested: null,
    other: 'office',
  };
  return { id: null, name: source.issuerName, decisions: [decision] };
}

const stageLater = (stage: Stage, period: { from: Day; to: Day }, years: number): Stage => ({
  ...movedStage(stage, years),
  name: movedWords(stage.name, period, years),
  who: stage.who && movedWords(stage.who, period, years),
  duties: stage.duties.map((duty) => movedWords(duty, period, years)),
});

const basisDecisions = ({ basis }: PlanDraft): DraftDecision[] =>
  basis.map(({ kind, number, about }) => ({
    about: { kind: 'basis', number },
    question: `${kind} ${number}${about ? ` về ${about}` : ''}: còn là căn cứ của kế hoạch mới không?`,
    options: [KEEP, { value: 'drop', label: 'Bỏ khỏi căn cứ' }],
    suggested: null,
    other: null,
  }));

/** Words that name something counted: the next congress is not the same one. */
const COUNTED = /lần thứ\s+(?:[IVXLC]+|\d+)/i;

function stageDecisions(stages: readonly Stage[], calendar: WorkCalendar): DraftDecision[] {
  return stages.flatMap((stage, n) => [
    ...(stage.precision === 'day' ? dayDecisions(stage, n + 1, calendar) : []),
    ...stage.duties
      .filter((duty) => COUNTED.test(duty))
      .map((duty) => ({
        about: { kind: 'stage_words' as const, stage: n + 1, words: duty },
        question: `Giai đoạn “${stage.name}” ghi “${duty}”; số lần phải do người soạn xác định.`,
        options: [KEEP, { value: 'drop', label: 'Bỏ việc này' }],
        suggested: null,
        other: 'text' as const,
      })),
  ]);
}

function dayDecisions(stage: Stage, ord: number, calendar: WorkCalendar): DraftDecision[] {
  const ends = [
    ['from', stage.fromOn, 'bắt đầu'],
    ['to', stage.toOn, 'kết thúc'],
  ] as const;
  const [[, from]] = ends;
  return ends
    .filter(([end, day]) => !calendar.isWorkingDay(day) && !(end === 'to' && day === from))
    .map(([end, day, words]) => ({
      about: { kind: 'stage_day', stage: ord, end, day },
      question: `Giai đoạn “${stage.name}” ${words} ngày ${written(day)} là ngày nghỉ.`,
      options: [KEEP, { value: 'move', label: `Chuyển sang ${written(calendar.nextWorkingDay(day))}` }],
      suggested: null,
      other: null,
    }));
}

/** One question for each criteria set that does not hold on the first day, whatever number of fields use it. */
function setDecisions({ source, sets, later }: CopyFacts): DraftDecision[] {
  const day = later.day;
  const holds = ({ validFrom, validTo }: SetInView) =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
  const used = [...new Set(source.fields.map((field) => field.criteriaSetId))];
  return sets
    .filter((set) => used.includes(set.id) && !holds(set))
    .map((set) => {
      const fields = source.fields.flatMap((field, n) => (field.criteriaSetId === set.id ? [n] : []));
      const names = fields.map((n) => `“${source.fields[n]?.name}”`).join(', ');
      return {
        about: { kind: 'criteria_set', fields },
        question: `Bộ tiêu chí “${set.name}” (dùng cho ${names}) hết hiệu lực ngày ${set.validTo ? written(set.validTo) : 'chưa rõ'}, trước ${written(day)}.`,
        options: [
          { value: 'keep', label: 'Vẫn dùng bộ tiêu chí này' },
          ...sets
            .filter(holds)
            .slice(0, 20)
            .map(({ id, name }) => ({ value: `set:${id}`, label: `Dùng “${name}”` })),
          { value: 'drop', label: 'Bỏ trống, sẽ lập bộ tiêu chí mới' },
        ],
        suggested: null,
        other: null,
      };
    });
}

/** Names the fields of decisions by their ids once they are written. */
export function withFieldIds(decisions: readonly DraftDecision[], ids: readonly number[]): NewDecision[] {
  const idOf = (place: number): number => ids[place] ?? 0;
  return decisions.map((decision) => ({ ...decision, about: withIds(decision.about, idOf) }));
}

function withIds(about: About, idOf: (place: number) => number): About {
  if ('field' in about) return { ...about, field: idOf(about.field) };
  return about.kind === 'criteria_set' ? { ...about, fields: about.fields.map(idOf) } : about;
}

export const written = (day: Day): string => day.split('-').reverse().join('/');
