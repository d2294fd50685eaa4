import { loadDraft } from '../src/plans/load-draft.ts';
import type { DraftField, PlanDraft } from '../src/plans/plan-draft.ts';
import type { Db } from '../src/platform/db.ts';
import type { Province } from './factories.ts';

/** A whole plan that may be issued; single parts are put in its place. */
export function planDraft(place: Province, change: Partial<PlanDraft> = {}): PlanDraft {
  return {
    number: '1711/KH-UBND',
    kind: 'Kế hoạch',
    title: 'Xây dựng điển hình tiên tiến giai đoạn 2016 - 2020',
    issuerOfficeId: place.province.id,
    issuerName: 'Ủy ban nhân dân tỉnh Thử',
    signer: 'Người Ký Thử',
    issuedOn: '2016-05-10',
    issuedAt: 'Thử',
    periodFrom: '2016-01-01',
    periodTo: '2020-12-31',
    parentPlanId: null,
    copiedFromId: null,
    basis: [
      { number: '34-CT/TW', kind: 'Chỉ thị', issuer: 'Bộ Chính trị', datedOn: '2014-04-07', about: null },
    ],
    stages: [
      {
        name: 'Phát hiện',
        precision: 'quarter',
        fromOn: '2016-04-01',
        toOn: '2016-06-30',
        who: null,
        duties: ['xây dựng kế hoạch'],
      },
    ],
    unitPlanParts: ['trách nhiệm lãnh đạo', 'chế độ thông tin, báo cáo'],
    movements: ['Xây dựng nông thôn mới'],
    fields: [draftField(place)],
    ...change,
  };
}

export function draftField(place: Province, change: Partial<DraftField> = {}): DraftField {
  return {
    name: 'Phát triển kinh tế hộ',
    isPilot: true,
    leadOfficeId: place.lead.id,
    coordinating: 'UBND các huyện, thành, thị',
    coordination: [{ by: 'kind', kindId: 'district', belowId: place.province.id }],
    subjectKinds: ['household', 'individual'],
    quotaKind: 'exactly',
    quotaNumber: 5,
    quotaCounts: ['household', 'individual'],
    criteriaSetId: null,
    allocations: [{ to: { by: 'office', officeId: place.district.id }, number: 2, percent: null }],
    ...change,
  };
}

/** @throws Error when there is no such plan */
export async function storedDraft(db: Db, id: number): Promise<PlanDraft> {
  const draft = await loadDraft(db, id);
  if (!draft) throw new Error(`No plan ${id}.`);
  return draft;
}
