import type { NewCriteriaSet, NewCriterion } from '../criteria/create-set.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import type { Typed } from '../web/form.ts';
import type { NewDecision } from './copy-about.ts';
import type { DraftField, NamedOffices, PlanDraft } from './plan-draft.ts';
import { Answers } from './read-answers.ts';
import type { Proposal } from './read-proposals.ts';

/** A plan as it was confirmed: the draft, the criteria sets that its fields shall have, and what is left to decide. */
export interface ConfirmedPlan {
  draft: PlanDraft;
  /** By place of the field in the draft, from 0. */
  sets: Map<number, NewCriteriaSet>;
  /** For the fields that have no set of their own. */
  generalSet: NewCriteriaSet | null;
  decisions: NewDecision[];
  /** Ids of the proposals of the fields, in the order of the draft. */
  fieldIds: string[];
  stageIds: string[];
}

/** Puts together what was confirmed; what is wrong comes back at its field. */
export function confirmedPlan(
  proposals: readonly Proposal[],
  typed: Typed,
): { plan: ConfirmedPlan; errors: FieldErrors } {
  const answers = new Answers(typed);
  const taken = proposals.filter(({ id, under }) => answers.taken(id) && !(under && !answers.taken(under)));
  const ids = (pattern: RegExp) => taken.map(({ id }) => id).filter((id) => pattern.test(id));
  const facts = factsOf(answers);
  const stages = ids(/^stage-\d+$/).map((id) => ({ id, stage: answers.stage(id) }));
  const fields = ids(/^field-\d+$/).map((id) => ({ id, field: fieldOf(answers, id) }));
  const basis = ids(/^basis-/).map((id) => answers.basis(id));
  const valid = { from: facts.issuedOn ?? facts.periodFrom, to: facts.periodTo };
  const setOf = (
    name: string,
    subjectKinds: DraftField['subjectKinds'],
    criteria: NewCriterion[],
  ): NewCriteriaSet => ({
    name: name.slice(0, 300),
    legalBasis: `${facts.kind} ${facts.number}`.trim(),
    validFrom: valid.from || null,
    validTo: valid.to || null,
    subjectKinds,
    criteria,
  });
  const sets = new Map<number, NewCriteriaSet>();
  for (const [n, { id, field }] of fields.entries()) {
    const criteria = criteriaOf(answers, ids(new RegExp(`^${id}-criterion-`)), field.subjectKinds);
    if (criteria.length > 0) sets.set(n, setOf(`Điển hình: ${field.name}`, field.subjectKinds, criteria));
  }
  const general = criteriaOf(answers, ids(/^general-/), [...SUBJECT_KINDS]);
  return {
    plan: {
      draft: {
        ...facts,
        copiedFromId: null,
        basis: basis.filter((one) => one !== null),
        stages: stages.flatMap(({ stage }) => stage ?? []),
        unitPlanParts: ids(/^part-/).flatMap((id) => answers.fact(id, 'tên phần', 300) ?? []),
        movements: ids(/^movement-/).flatMap((id) => answers.fact(id, 'tên phong trào', 300) ?? []),
        fields: fields.map(({ field }) => field),
      },
      sets,
      generalSet:
        general.length > 0
          ? setOf('Điều kiện chung của điển hình tiên tiến', [...SUBJECT_KINDS], general)
          : null,
      decisions: decisionsOf(answers, ids(/^(?:reports|congress|open-\d+)$/)),
      fieldIds: fields.map(({ id }) => id),
      stageIds: stages.map(({ id }) => id),
    },
    errors: answers.errors,
  };
}

function factsOf(answers: Answers) {
  const takenDay = (id: string, name: string, what: string) =>
    answers.taken(id) ? answers.day(id, name, what) : null;
  if (!answers.taken('title')) answers.wrong('title', 'value', 'Hãy xác nhận hoặc ghi tên kế hoạch.');
  if (!answers.taken('issuer')) answers.wrong('issuer', 'value', 'Hãy xác nhận hoặc ghi cơ quan ban hành.');
  if (!answers.taken('period')) answers.wrong('period', 'from', 'Hãy xác nhận hoặc ghi thời gian thực hiện.');
  return {
    number: answers.fact('number', 'số, ký hiệu', 100) ?? '',
    kind: answers.fact('kind', 'loại văn bản', 100) ?? 'Kế hoạch',
    title: answers.fact('title', 'tên kế hoạch', 500) ?? '',
    issuerName: answers.fact('issuer', 'cơ quan ban hành', 300) ?? '',
    issuerOfficeId: answers.taken('issuer') ? answers.officeId('issuer', 'office', 'cơ quan ban hành') : null,
    signer: answers.fact('signer', 'người ký', 200),
    issuedOn: takenDay('issuedOn', 'value', 'ngày ban hành'),
    issuedAt: answers.fact('issuedAt', 'nơi ban hành', 200),
    periodFrom: takenDay('period', 'from', 'ngày bắt đầu') ?? '',
    periodTo: takenDay('period', 'to', 'ngày kết thúc') ?? '',
    parentPlanId: null,
  };
}

function fieldOf(answers: Answers, id: string): DraftField {
  const lead = answers.officeId(id, 'lead', 'cơ quan chủ trì');
  if (lead === null) answers.wrong(id, 'lead', 'Hãy chọn cơ quan chủ trì; lĩnh vực nào cũng phải có.');
  const isPilot = answers.has(id, 'quotaKind');
  const quota = isPilot ? answers.quota(id) : { quotaKind: 'none' as const, quotaNumber: null };
  const each = isPilot ? namedIn(answers, id, 'each') : null;
  const eachNumber = each ? answers.eachNumber(id) : null;
  return {
    name: answers.line(id, 'name', 'tên lĩnh vực', 200),
    isPilot,
    leadOfficeId: lead ?? 0,
    coordinating: isPilot ? answers.maybe(id, 'coordinating', 'cơ quan phối hợp', 1_000) : null,
    coordination: isPilot ? (namedIn(answers, id, 'with') ?? []) : [],
    subjectKinds: answers.kinds(id, 'kinds'),
    ...quota,
    quotaCounts: isPilot && quota.quotaKind !== 'none' ? answers.kinds(id, 'counts') : [],
    criteriaSetId: null,
    allocations:
      each && eachNumber !== null ? each.map((to) => ({ to, number: eachNumber, percent: null })) : [],
  };
}

/** `kind:commune:1` or `office:12`, as the select of several offices sends it. */
function namedIn(answers: Answers, id: string, name: string): NamedOffices[] | null {
  const value = answers.maybe(id, name, 'đơn vị', 100);
  const kind = /^kind:([a-z_]{1,40}):([1-9]\d{0,14})$/.exec(value ?? '');
  const office = /^office:([1-9]\d{0,14})$/.exec(value ?? '');
  if (kind) return [{ by: 'kind', kindId: kind[1] ?? '', belowId: Number(kind[2]) }];
  return office ? [{ by: 'office', officeId: Number(office[1]) }] : null;
}

/** Conditions that name kinds which the field does not take hold for all of its kinds. */
const criteriaOf = (
  answers: Answers,
  ids: readonly string[],
  kinds: DraftField['subjectKinds'],
): NewCriterion[] =>
  ids
    .map((id) => answers.criterion(id))
    .filter((one) => one !== null)
    .map((one) => ({ ...one, subjectKinds: one.subjectKinds.filter((kind) => kinds.includes(kind)) }));

/** What was confirmed and belongs to no table of the plan: somebody must see to it before the plan is issued. */
function decisionsOf(answers: Answers, ids: readonly string[]): NewDecision[] {
  return ids.map((id) => ({
    about: { kind: 'note', what: id },
    question: questionOf(answers, id),
    options: [
      { value: 'done', label: 'Đã thực hiện' },
      { value: 'drop', label: 'Không cần trong chương trình' },
    ],
    suggested: null,
    other: null,
  }));
}

function questionOf(answers: Answers, id: string): string {
  if (id === 'reports') {
    const [to, via] = [
      answers.line(id, 'to', 'nơi nhận báo cáo', 300),
      answers.maybe(id, 'via', 'nơi gửi qua', 300),
    ];
    return `Văn bản yêu cầu báo cáo ${to}${via ? ` (qua ${via})` : ''}; hãy lập nhiệm vụ báo cáo tương ứng.`;
  }
  const value = answers.line(id, 'value', 'nội dung', 300);
  return id === 'congress'
    ? `Văn bản nói đến ${value}; hãy xem đã có giai đoạn hoặc nhiệm vụ chuẩn bị hay chưa.`
    : `Văn bản khuyến khích cả đơn vị không phải là điểm ở lĩnh vực “${value}”; hãy thông báo cho các đơn vị.`;
}
