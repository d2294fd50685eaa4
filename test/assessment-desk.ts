import type { Answer } from '../src/criteria/answer.ts';
import { openDraft } from '../src/criteria/draft-set.ts';
import { saveCriterion } from '../src/criteria/edit-criterion.ts';
import { saveNorm } from '../src/criteria/norm-commands.ts';
import { publishSet } from '../src/criteria/step-set.ts';
import { assessExemplar } from '../src/exemplars/assessment.ts';
import { assessmentRoutes, criteriaPart } from '../src/exemplars/assessment-part.tsx';
import { guardFacts } from '../src/exemplars/facts.ts';
import { findExemplar } from '../src/exemplars/queries.ts';
import { exemplarRoutes } from '../src/exemplars/routes.tsx';
import { judge } from '../src/exemplars/rules.ts';
import { at, facts, idIn, input } from './criteria-desk.ts';
import { type ExemplarSite, openExemplarSite } from './exemplar-site.ts';
import { makePlan, TEST_DAY } from './factories.ts';

const REGION = {
  key: 'vung',
  name: 'Vùng',
  options: [
    { key: 'nui', name: 'Núi' },
    { key: 'dong-bang', name: 'Đồng bằng' },
  ],
};

/** A set in use with a criterion of nearly every kind; ids of its criteria by their names. */
async function everyKind({ world }: ExemplarSite): Promise<{ setId: number; ids: Map<string, number> }> {
  const { db, standing } = world;
  const ids = new Map<string, number>();
  const acting = () => at(db, standing);
  const id = idIn(
    await openDraft(acting(), facts({ name: 'Đủ loại', groupings: [REGION], validFrom: '2016-01-01' })),
  );
  const add = async (name: string, more: Parameters<typeof input>[0]) => {
    const made = idIn(
      await saveCriterion(acting(), {
        id,
        version: null,
        criterionId: null,
        input: input({ name, ...more }),
      }),
    );
    ids.set(name, made);
    return made;
  };
  await add('Vi phạm', { rule: { kind: 'disqualifier' } });
  await add('Thu nhập', { rule: { kind: 'multiple_of_norm', norm: 'muc-chuan', factor: 1.5 } });
  const any = await add('Giúp nhau', { rule: { kind: 'any_of', n: 1 } });
  await add('Giúp hộ nghèo', {
    rule: { kind: 'threshold', atLeast: 3, atMost: null, unit: 'hộ' },
    parentId: any,
  });
  await add('Chuyển giao', { parentId: any });
  const sum = await add('Tổng điểm', { rule: { kind: 'points_sum', pass: 80, per: { nui: 70 } } });
  await add('Phần một', { rule: { kind: 'points', atLeast: null }, parentId: sum, points: 60 });
  await add('Phần hai', { rule: { kind: 'points', atLeast: null }, parentId: sum, points: 40 });
  await add('Cuộc họp', { rule: { kind: 'vote_percent', atLeast: 90, of: 'present' } });
  idIn(await publishSet(acting(), { id, version: null }));
  return { setId: id, ids };
}

/** Exemplars of a field whose set has a criterion of nearly every kind, and short ways to assess them. */
export async function assessmentDesk() {
  const desk = await openExemplarSite([...exemplarRoutes({ parts: [criteriaPart] }), ...assessmentRoutes]);
  const { db, standing } = desk.world;
  const plan = await makePlan(db, desk.world.place.lead);
  const { setId, ids } = await everyKind(desk);
  await db
    .updateTable('pilot_field')
    .set({ criteria_set_id: setId })
    .where('id', '=', plan.fieldId)
    .execute();
  const norm = { name: 'Mức chuẩn', unit: 'triệu đồng', validTo: null, source: 'QĐ thử', note: null };
  const target = { id: null, version: null };
  idIn(
    await saveNorm(at(db, standing), {
      ...norm,
      ...target,
      region: 'Núi',
      value: 40,
      validFrom: '2016-01-01',
    }),
  );
  const unit = await desk.as(desk.world.unit);
  const of = (name: string) => ids.get(name) ?? 0;
  const typed = (more: Record<string, string> = {}) => ({
    ...{
      nhom_vung: 'nui',
      [`c${of('Vi phạm')}`]: 'no',
      [`c${of('Thu nhập')}`]: '60',
      [`c${of('Giúp hộ nghèo')}`]: '4',
    },
    ...{ [`c${of('Chuyển giao')}`]: 'unknown', [`c${of('Phần một')}`]: '45,5', [`c${of('Phần hai')}`]: '30' },
    ...{ [`c${of('Cuộc họp')}`]: '45', [`c${of('Cuộc họp')}_tong`]: '50' },
    ...more,
  });
  const judgements = async (id: number) => {
    const exemplar = await findExemplar(db, desk.world.unit, id);
    if (!exemplar) throw new Error('not seen');
    return judge(await guardFacts(db, exemplar, TEST_DAY), { accountId: null, level: null });
  };
  const assess = (id: number, given: Record<string, Answer>, more = {}) => {
    const answers = new Map(
      Object.entries(given).map(([name, answer]): [number, Answer] => [of(name), answer]),
    );
    return assessExemplar(at(db, desk.world.unit, TEST_DAY), { id, version: null, answers, ...more });
  };
  return { desk, plan, setId, unit, of, typed, judgements, assess };
}

export type AssessmentDesk = Awaited<ReturnType<typeof assessmentDesk>>;
