import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { done, refused } from '../platform/outcome.ts';
import { changing } from './changing.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('changing an exemplar', () => {
  it('gives it its next version and the moment of the office’s clock', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const seen = await changing(as(world, world.unit), id, 1, async (_tx, exemplar) =>
      done(exemplar.version),
    );
    expect(seen).toEqual(done(1));
    const row = await rowOf(world, id);
    expect(row.version).toBe(2);
    expect(row.updated_at.toISOString().slice(0, 7)).toBe('2018-11');
  });

  it('refuses a stale form with the present version, and asks nothing where no version was given', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const change = (version: number | null) =>
      changing(as(world, world.unit), id, version, async () => done('yes'));
    expect(await change(1)).toEqual(done('yes'));
    expect(await change(1)).toEqual({ ok: false, refusal: { kind: 'stale', currentVersion: 2 } });
    expect(await change(null)).toEqual(done('yes'));
    expect((await rowOf(world, id)).version).toBe(3);
  });

  it('takes everything back when the work refuses', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const outcome = await changing(as(world, world.unit), id, 1, async (tx) => {
      await tx.updateTable('exemplar').set({ title: 'Đã ghi' }).where('id', '=', id).execute();
      return refused({ rule: 'no', sentence: 'Không.' });
    });
    expect(rulesOf(outcome)).toEqual(['no']);
    expect(await rowOf(world, id)).toMatchObject({ version: 1, title: null });
  });

  it('does not find what lies outside the actor’s reach, nor what does not exist', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    for (const one of [id, 999_999_999]) {
      const outcome = await changing(as(world, world.stranger), one, null, async () => done('yes'));
      expect(outcome).toEqual({ ok: false, refusal: { kind: 'not_found' } });
    }
    expect((await rowOf(world, id)).version).toBe(1);
  });

  it('lets two who change it at once see each other’s work, one after the other', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const append = () =>
      changing(as(world, world.unit), id, null, async (tx, exemplar) => {
        const title = `${exemplar.title ?? ''}x`;
        await tx.updateTable('exemplar').set({ title }).where('id', '=', id).execute();
        return done(title);
      });
    await Promise.all(Array.from({ length: 8 }, append));
    expect(await rowOf(world, id)).toMatchObject({ title: 'xxxxxxxx', version: 9 });
  });
});
