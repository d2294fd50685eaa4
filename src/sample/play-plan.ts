import type { Acting } from '../identity/actor.ts';
import { closeAmendment, openAmendment } from '../plans/amend-plan.ts';
import { createPlan } from '../plans/create-plan.ts';
import { editField } from '../plans/edit-field.ts';
import type { DraftField, PlanDraft } from '../plans/plan-draft.ts';
import { fieldsOfPlan } from '../plans/queries.ts';
import { stepPlan } from '../plans/step-plan.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { OfficeHours } from './stage.ts';

const STANDING_OFFICER = 'tdkt.huyen';
const DISTRICT = '235';

/** An invented plan of one district, below that of the province, with an amendment: the sample has nothing real to amend. */
export async function playDistrictPlan(
  tx: Tx,
  loaded: { offices: OfficeIds; people: People; planId: number },
): Promise<void> {
  const hours = new OfficeHours();
  const on = (day: Day): Acting => ({
    db: tx,
    clock: hours.at(day),
    actor: personOf(loaded.people, STANDING_OFFICER),
    ip: null,
    requestKey: null,
  });
  const { id } = agreed(await createPlan(on('2017-02-15'), districtPlan(loaded)), 'district plan');
  await tx.updateTable('plan').set({ is_sample: true }).where('id', '=', id).execute();
  const target = { id, version: null };
  agreed(await stepPlan(on('2017-02-20'), 'issue', target, async () => {}), 'issue');
  agreed(
    await openAmendment(on('2018-03-12'), {
      ...target,
      number: '07/QĐ-UBND (mẫu)',
      issuedOn: '2018-03-12',
      signer: 'Người ký mẫu',
      summary: 'Tăng chỉ tiêu hộ sản xuất giỏi và phân bổ cho các xã (văn bản mẫu, không có thật).',
    }),
    'amendment',
  );
  const [fieldId = 0] = await fieldsOfPlan(tx, id);
  agreed(
    await editField(on('2018-03-12'), { ...target, fieldId, field: household(loaded.offices, 12, SHARES) }),
    'field',
  );
  agreed(await closeAmendment(on('2018-03-13'), target, async () => {}), 'closing');
}

function districtPlan({ offices, planId }: { offices: OfficeIds; planId: number }): PlanDraft {
  return {
    number: '12/KH-UBND (mẫu)',
    kind: 'Kế hoạch',
    title: 'Xây dựng điển hình tiên tiến của huyện, giai đoạn 2017 - 2020 (kế hoạch mẫu)',
    issuerOfficeId: idOf(offices, DISTRICT),
    issuerName: 'Ủy ban nhân dân huyện Cẩm Khê (mẫu)',
    signer: 'Người ký mẫu',
    issuedOn: '2017-02-15',
    issuedAt: 'Cẩm Khê',
    periodFrom: '2017-01-01',
    periodTo: '2020-12-31',
    parentPlanId: planId,
    copiedFromId: null,
    basis: [
      {
        number: '1711/KH-UBND',
        kind: 'Kế hoạch',
        issuer: 'Ủy ban nhân dân tỉnh Phú Thọ',
        datedOn: '2016-05-10',
        about: 'xây dựng điển hình tiên tiến tỉnh Phú Thọ, giai đoạn 2016 - 2020',
      },
    ],
    stages: [
      {
        name: 'Phát hiện, lựa chọn',
        precision: 'quarter',
        fromOn: '2017-01-01',
        toOn: '2017-06-30',
        who: 'các xã, thị trấn',
        duties: ['phát hiện, giới thiệu điển hình'],
      },
      {
        name: 'Bồi dưỡng, kiểm tra',
        precision: 'year',
        fromOn: '2018-01-01',
        toOn: '2020-12-31',
        who: 'các xã, thị trấn',
        duties: ['bồi dưỡng theo kế hoạch', 'kiểm tra, đánh giá hằng năm'],
      },
    ],
    unitPlanParts: [],
    movements: [],
    fields: [household(offices, 8)],
  };
}

/** Key of a commune → its share of the quota after the amendment. */
const SHARES: Readonly<Record<string, number>> = {
  '2016:08341': 3,
  '2016:08344': 2,
  '2016:08350': 2,
  '2016:08356': 3,
};

const household = (
  offices: OfficeIds,
  quotaNumber: number,
  shares: Readonly<Record<string, number>> = {},
): DraftField => ({
  name: 'Hộ sản xuất, kinh doanh giỏi (mẫu)',
  isPilot: true,
  leadOfficeId: idOf(offices, DISTRICT),
  coordinating: 'UBND các xã, thị trấn',
  coordination: [{ by: 'kind', kindId: 'commune', belowId: idOf(offices, DISTRICT) }],
  subjectKinds: ['household'],
  quotaKind: 'at_least',
  quotaNumber,
  quotaCounts: ['household'],
  criteriaSetId: null,
  allocations: Object.entries(shares).map(([key, number]) => ({
    to: { by: 'office', officeId: idOf(offices, key) },
    number,
    percent: null,
  })),
});
