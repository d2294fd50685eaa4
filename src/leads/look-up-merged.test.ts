import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { merge } from '../exemplars/commands-merge.ts';
import { reopen } from '../exemplars/commands-reopen.ts';
import { publicLead } from './look-up.ts';
import { issueCode, targetOfCode } from './slip-codes.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

async function leadTo(exemplarId: number): Promise<number> {
  const { id } = await world.db
    .insertInto('lead')
    .values({
      ...{ state: 'merged', full_name: 'Bà Sáu', what: 'Giúp người nghèo', came_by: 'portal' },
      ...{ office_id: world.place.commune.id, received_on: '2018-11-01', moved_on: '2018-11-02' },
      ...{ settled_on: '2018-11-02', exemplar_id: exemplarId, words_hash: sql<Buffer>`sha256('a')` },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function codeOf(exemplarId: number, code: string): Promise<string> {
  const by = { accountId: null, today: '2018-11-01' };
  await world.db
    .transaction()
    .execute((tx) => issueCode(tx, { kind: 'exemplar', id: exemplarId }, { code }, by));
  return code;
}

const intoOne = (id: number, intoId: number) =>
  merge(as(world, world.standing), { id, intoId, version: null, reason: 'Cùng một người' });
const told = async (lead: number) => (await publicLead(world.db, lead))?.explained;

describe('what somebody looks up of a file that was merged', () => {
  it('is the state of the kept one, through as many merges as there were, and its own again when reopened', async () => {
    const last = await makeExemplar(world, { state: 'recognised' });
    const middle = await makeExemplar(world, { state: 'found' });
    const first = await makeExemplar(world, { state: 'found' });
    const lead = await leadTo(first);
    const before = await told(lead);
    await intoOne(first, middle);
    await intoOne(middle, last);
    expect(await told(lead)).not.toBe(before);
    expect(await told(lead)).toBe(await told(await leadTo(last)));
    await reopen(as(world, world.standing), { id: middle, version: null, reason: 'Gộp nhầm' });
    await reopen(as(world, world.standing), { id: first, version: null, reason: 'Gộp nhầm' });
    expect(await told(lead)).toBe(before);
  });

  it('is never somebody else: a slip opens the kept file only when both are of one subject', async () => {
    const kept = await makeExemplar(world, { state: 'nurtured' });
    const { subject_id: subjectId } = await world.db
      .selectFrom('exemplar')
      .select('subject_id')
      .where('id', '=', kept)
      .executeTakeFirstOrThrow();
    const same = await makeExemplar(world, { state: 'found', subjectId });
    const other = await makeExemplar(world, { state: 'found' });
    const [own, foreign] = [await codeOf(same, 'GSAAAA2222'), await codeOf(other, 'GSBBBB3333')];
    await intoOne(same, kept);
    await intoOne(other, kept);
    expect(await targetOfCode(world.db, own)).toEqual({ kind: 'exemplar', id: kept });
    expect(await targetOfCode(world.db, foreign)).toEqual({ kind: 'exemplar', id: other });
  });
});
