import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import {
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeCheck,
  makeExemplar,
  rowOf,
} from '../../test/oracles/exemplar-world.ts';
import { addDays, daysFrom } from '../calendar/days.ts';
import { daysOnDesk } from '../desks/desk-line.tsx';
import { returnsOf } from '../desks/returns.ts';
import { deskOf, type Stay, staysOf } from '../desks/stay.ts';
import { projectRoot } from '../platform/project-root.ts';
import { takeStep } from './step.ts';
import { LEVELS } from './step-effect.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
  await world.db
    .insertInto('office_duty_role')
    .values({ office_id: world.place.standing.id, role: 'standing_body' })
    .execute();
});
afterAll(() => world.close());

const PEOPLE = { unit: 'unit', lead: 'lead', standing: 'standing', leader: 'leader' } as const;
const take = (id: number, who: keyof typeof PEOPLE, action: ExemplarAction, day: string) =>
  takeStep(as(world, world[who], { day }), action, {
    ...{ id, version: null, reason: 'Lý do', reasons: reasonsOf('Thiếu'), level: 'district', onDay: day },
  });

/** [step, who, day, on whose desk it lies then, until, waiting for]; null: on nobody's. */
type Line = [
  ExemplarAction,
  keyof typeof PEOPLE,
  string,
  'lead' | 'commune' | 'standing' | null,
  string | null,
  string,
];

describe('the steps of a life', () => {
  const LIFE: Line[] = [
    ['propose', 'unit', '2018-06-04', 'lead', '2018-06-25', 'quyết định lựa chọn'],
    ['return', 'lead', '2018-06-11', 'commune', '2018-06-25', 'đơn vị bổ sung 1 mục'],
    ['propose', 'unit', '2018-06-18', 'lead', '2018-07-09', 'quyết định lựa chọn'],
    ['hold', 'standing', '2018-06-20', 'standing', '2018-07-11', 'xác minh'],
    ['resume', 'standing', '2018-06-25', 'lead', '2018-07-16', 'quyết định lựa chọn'],
    ['wait', 'lead', '2018-06-26', 'lead', null, 'chọn khi có chỗ (danh sách chờ)'],
    ['choose', 'lead', '2018-07-02', null, null, ''],
    ['hold', 'leader', '2018-08-01', 'standing', '2018-08-22', 'xác minh'],
    ['resume', 'leader', '2018-08-10', null, null, ''],
    ['lapse', 'lead', '2018-09-03', null, null, ''],
    ['reopen', 'standing', '2018-09-04', null, null, ''],
  ];

  it('lay the file on the next desk with its day, and take it off where it travels no more', async () => {
    const id = await makeExemplar(world, { state: 'found', complete: true });
    for (const [action, who, day, place, dueOn, waitsFor] of LIFE) {
      expect([action, (await take(id, who, action, day)).ok]).toEqual([action, true]);
      const stay = await deskOf(world.db, 'exemplar', id);
      const officeId = place && world.place[place].id;
      expect([action, stay && { ...pick(stay) }]).toEqual([
        action,
        place && { officeId, since: day, dueOn, waitsFor },
      ]);
    }
    const stays = await staysOf(world.db, 'exemplar', id);
    expect(stays.map(({ since, until }) => [since, until])).toContainEqual(['2018-06-04', '2018-06-11']);
  });

  const pick = ({ officeId, since, dueOn, waitsFor }: Stay) => ({ officeId, since, dueOn, waitsFor });

  it('leave a held file with its field’s office in a house that has named no standing body', async () => {
    const { db, place } = world;
    await db.updateTable('office_duty_role').set({ valid_to: '2018-01-31' }).execute();
    const id = await makeExemplar(world, { state: 'nurtured' });
    expect((await take(id, 'standing', 'hold', '2018-06-04')).ok).toBe(true);
    await db.updateTable('office_duty_role').set({ valid_to: null }).execute();
    expect(await deskOf(db, 'exemplar', id)).toMatchObject({ officeId: place.lead.id, waitsFor: 'xác minh' });
  });
});

describe('random people taking random steps', () => {
  const attempt = fc.record({
    who: fc.constantFrom('unit', 'lead', 'standing', 'leader' as const),
    action: fc.constantFrom(...(Object.keys(exemplarWorkflow.actions) as ExemplarAction[])),
    days: fc.integer({ min: 0, max: 9 }),
    level: fc.constantFrom(...LEVELS),
  });

  const onDesk = ['proposed', 'returned', 'waiting', 'held'];

  it('leave the file on one desk exactly while it travels, its stays one after the other, summing up to its way', async () => {
    const walks = fc.asyncProperty(fc.array(attempt, { minLength: 25, maxLength: 40 }), async (attempts) => {
      const id = await makeExemplar(world, { state: 'found', complete: true });
      await makeCheck(world, id);
      let day = '2018-01-02';
      for (const { who, action, days } of attempts) {
        const next = addDays(day, days);
        if ((await take(id, who, action, next)).ok) day = next;
        const { state } = await rowOf(world, id);
        expect((await deskOf(world.db, 'exemplar', id)) !== null).toBe(onDesk.includes(state));
      }
      checkWay(await staysOf(world.db, 'exemplar', id), addDays(day, 5));
    });
    await fc.assert(walks, { numRuns: 8 });
    await fc.assert(walks, { numRuns: 8, seed: 1711 });
  }, 60_000);

  function checkWay(stays: readonly Stay[], today: string): void {
    expect(stays.filter(({ until }) => until === null).length).toBeLessThanOrEqual(1);
    let away = 0;
    for (const [n, stay] of stays.entries()) {
      const before = stays[n - 1];
      if (!before) continue;
      expect(before.until !== null && before.until <= stay.since).toBe(true);
      away += daysFrom(before.until ?? stay.since, stay.since);
    }
    const [first, last] = [stays[0], stays.at(-1)];
    if (!first || !last) return;
    const total = stays.reduce((sum, stay) => sum + daysOnDesk(stay, today), 0);
    expect(total).toBe(daysFrom(first.since, last.until ?? today) - away);
  }
});

describe('what was under way before papers had desks', () => {
  it('is laid where it waits, keeps the reason for which it came back, and is laid there once', async () => {
    const { db, place } = world;
    const made = {
      proposed: await makeExemplar(world, { state: 'proposed' }),
      waiting: await makeExemplar(world, { state: 'waiting' }),
      held: await makeExemplar(world, { state: 'held', heldFrom: 'nurtured' }),
      returned: await makeExemplar(world, { state: 'returned' }),
      nurtured: await makeExemplar(world, { state: 'nurtured' }),
    };
    await db
      .updateTable('exemplar')
      .set({ last_reason: 'Thiếu chữ ký' })
      .where('id', '=', made.returned)
      .execute();
    const migration = await readFile(join(projectRoot(), 'db/migrations/226_desks_of_exemplars.sql'), 'utf8');
    for (let run = 0; run < 2; run++) await sql.raw(migration).execute(db);
    const laid = async (id: number) =>
      (await staysOf(db, 'exemplar', id)).map(({ officeId, since, dueOn }) => [officeId, since, dueOn]);
    expect(await laid(made.proposed)).toEqual([[place.lead.id, '2018-01-02', '2018-01-23']]);
    expect(await laid(made.waiting)).toEqual([[place.lead.id, '2018-01-02', null]]);
    expect(await laid(made.held)).toEqual([[place.standing.id, '2018-01-02', '2018-01-23']]);
    expect(await laid(made.returned)).toEqual([[place.commune.id, '2018-01-02', '2018-01-16']]);
    expect(await laid(made.nurtured)).toEqual([]);
    expect(await returnsOf(db, 'exemplar', made.returned)).toMatchObject([
      { byOfficeId: place.lead.id, reasons: [{ field: 'other', reason: 'Thiếu chữ ký' }] },
    ]);
  });
});
