import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssessmentDesk, assessmentDesk } from '../../test/assessment-desk.ts';
import { at, idIn, rulesIn } from '../../test/criteria-desk.ts';
import { open, send } from '../../test/exemplar-site.ts';
import { makePlan, TEST_DAY } from '../../test/factories.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import type { Answer } from '../criteria/answer.ts';
import { editDraft, openEdition } from '../criteria/draft-set.ts';
import { findCriteriaSet } from '../criteria/queries.ts';
import { publishSet } from '../criteria/step-set.ts';
import { assessExemplar } from './assessment.ts';
import { assessmentsOf } from './assessment-queries.ts';

let desk: AssessmentDesk['desk'];
let plan: AssessmentDesk['plan'];
let setId: AssessmentDesk['setId'];
let unit: AssessmentDesk['unit'];
let typed: AssessmentDesk['typed'];
let judgements: AssessmentDesk['judgements'];
let assess: AssessmentDesk['assess'];

beforeAll(async () => {
  ({ desk, plan, setId, unit, typed, judgements, assess } = await assessmentDesk());
});
afterAll(() => desk.close());

describe('editions and other sets', () => {
  it('an assessment keeps its edition, still counts, and says that a newer one is in force', async () => {
    const { db, standing } = desk.world;
    const own = await makePlan(db, desk.world.place.lead);
    const id = await makeExemplar(desk.world, { state: 'found', plan: own, kind: 'household' });
    await db
      .updateTable('criteria_set')
      .set({ legal_basis: 'QĐ', valid_from: '2016-01-01' })
      .where('id', '=', own.criteriaSetId)
      .execute();
    const acting = at(db, desk.world.unit, TEST_DAY);
    const yes: [number, Answer][] = [[own.criterionIds[0] ?? 0, { yes: true }]];
    idIn(await assessExemplar(acting, { id, version: null, answers: new Map(yes) }));
    const next = idIn(await openEdition(at(db, standing), { id: own.criteriaSetId, version: null }));
    const kept = await findCriteriaSet(db, next);
    if (!kept) throw new Error('just made');
    idIn(
      await editDraft(at(db, standing), {
        id: next,
        version: null,
        facts: { ...kept, validFrom: '2018-06-01' },
      }),
    );
    idIn(await publishSet(at(db, standing), { id: next, version: null }));
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('Nay đã có lần mới của bộ tiêu chí');
    expect(await judgements(id)).toMatchObject({ criteria_met: null, criteria_known: null });
    // what is assessed from now on is assessed by the edition in force
    expect(rulesIn(await assessExemplar(acting, { id, version: null, answers: new Map(yes) }))).toEqual([
      'criteria_changed',
    ]);
    idIn(
      await assessExemplar(acting, {
        id,
        version: null,
        answers: new Map([[kept.criteria[0]?.id ?? 0, { yes: true }]]),
      }),
    );
    const [latest] = (await assessmentsOf(db, [id])).get(id) ?? [];
    expect(latest).toMatchObject({ setId: next, edition: 2, ofField: true });
    const page = await open(unit, `/dien-hinh/${id}`);
    expect(page.text).toContain('Các lần đánh giá (2)');
    const past = /\/dien-hinh\/\d+\/danh-gia\/\d+/g.exec(page.html)?.[0] ?? '';
    expect((await open(unit, past)).status).toBe(200);
    expect((await open(unit, `/dien-hinh/${id}/danh-gia/999999`)).status).toBe(404);
  });

  it('another set in force may be answered beside, and does not count for the choice', async () => {
    const own = await makePlan(desk.world.db, desk.world.place.lead);
    const id = await makeExemplar(desk.world, { state: 'found', plan: own, kind: 'household' });
    const form = `/dien-hinh/${id}/danh-gia-khac/${setId}`;
    expect((await open(unit, `/dien-hinh/${id}`)).html).toContain(form);
    expect((await send(unit, form, typed())).status).toBe(303);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('Theo bộ “Đủ loại”: đạt');
    expect((await judgements(id)).criteria_met).toMatchObject({ rule: 'assessment_missing' });
    expect(rulesIn(await assess(id, {}, { setId: 999_999 }))).toEqual(['set_not_in_force']);
    const collective = await makeExemplar(desk.world, { state: 'found', plan: own, kind: 'collective' });
    expect(rulesIn(await assess(collective, {}, { setId }))).toEqual(['set_not_in_force']);
  });

  it('many exemplars are read with the same three queries', async () => {
    const made: number[] = [];
    for (let n = 0; n < 4; n++) {
      const id = await makeExemplar(desk.world, { state: 'found', plan, kind: 'household' });
      idIn(await assess(id, { 'Phần một': { points: n } }));
      made.push(id);
    }
    const read = (ids: number[]) => queriesOf(desk.site, () => assessmentsOf(desk.site.deps.db, ids));
    expect([await read(made.slice(0, 1)), await read(made)]).toEqual([3, 3]);
    const all = await assessmentsOf(desk.world.db, made);
    expect(
      made.map((id) => all.get(id)?.[0]?.answers.find(({ name }) => name === 'Phần một')?.points?.reached),
    ).toEqual([0, 1, 2, 3]);
  });
});
