import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import { applied, previewed, value, xlsxOf } from '../../test/imports-desk.ts';
import { type ImportsWorld, importsWorld, MERGES, MESSY } from '../../test/imports-world.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { findBatch } from './batch.ts';
import { applyBatch, undoBatch } from './steps.ts';

let world: ImportsWorld;
beforeAll(async () => {
  world = await importsWorld();
});
afterAll(() => world.close());

describe('a list that was looked at', () => {
  let id: number;
  beforeAll(async () => {
    const bytes = await xlsxOf(MESSY, { merges: MERGES });
    id = await previewed(actingAs(world.db, world.unit), world.place.district.id, bytes);
  });

  it('is applied once, as a whole, each exemplar with its step and its event', async () => {
    await applied(actingAs(world.db, world.unit), id);
    const made = await world.db
      .selectFrom('exemplar')
      .selectAll()
      .where('import_batch_id', '=', id)
      .execute();
    expect(made.map(({ state, origin }) => [state, origin])).toEqual(Array(4).fill(['found', 'office']));
    const steps = await world.db
      .selectFrom('exemplar_step')
      .select('action')
      .where(
        'exemplar_id',
        'in',
        made.map((one) => one.id),
      )
      .execute();
    expect(steps).toHaveLength(4);
    const events = await world.db
      .selectFrom('audit_event')
      .select('thing_id')
      .where('kind', '=', 'exemplar.imported')
      .execute();
    expect(events.map((event) => event.thing_id).sort()).toEqual(made.map((one) => one.id).sort());
    expect((await verifyChain(world.db)).ok).toBe(true);
    const again = await applyBatch(actingAs(world.db, world.unit), { id, version: null });
    expect(again).toMatchObject({
      ok: false,
      refusal: { kind: 'refused', reasons: [{ rule: 'wrong_state' }] },
    });
  });

  it('is not undone once something was done with what it made, and says with which', async () => {
    const [one] = await world.db
      .selectFrom('exemplar')
      .select(['id', 'full_name'])
      .where('import_batch_id', '=', id)
      .execute();
    await world.db
      .updateTable('exemplar')
      .set({ version: 2 })
      .where('id', '=', one?.id ?? 0)
      .execute();
    const refusal = await undoBatch(actingAs(world.db, world.unit), {
      id,
      version: null,
      reason: 'nhầm tệp',
    });
    expect(JSON.stringify(refusal)).toContain(`${one?.full_name} (số ${one?.id})`);
    await world.db
      .updateTable('exemplar')
      .set({ version: 1 })
      .where('id', '=', one?.id ?? 0)
      .execute();
  });

  it('is undone as a whole: exemplars, steps and new subjects are gone, the history stays', async () => {
    const before = await world.db
      .selectFrom('subject')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(await undoBatch(actingAs(world.db, world.unit), { id, version: null, reason: ' ' })).toMatchObject(
      {
        ok: false,
        refusal: { kind: 'invalid' },
      },
    );
    value(await undoBatch(actingAs(world.db, world.standing), { id, version: null, reason: 'nhầm tệp' }));
    expect(
      await world.db.selectFrom('exemplar').select('id').where('import_batch_id', '=', id).execute(),
    ).toEqual([]);
    const after = await world.db
      .selectFrom('subject')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(Number(before.n) - Number(after.n)).toBe(4);
    expect((await findBatch(world.db, world.unit, id))?.state).toBe('undone');
    expect((await verifyChain(world.db)).ok).toBe(true);
  });
});
