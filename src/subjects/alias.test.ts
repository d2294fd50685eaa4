import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, as, type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { everybody, inOneWord, registeredSubject, subjectEvents } from '../../test/subject-desk.ts';
import { versionOf } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { addAlias, removeAlias } from './alias.ts';
import { aliasesOf } from './alias-queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const add = (id: number, name: string, actor: Actor = world.unit, version: number | null = null) =>
  addAlias(as(world, actor), { id, version, name, note: null });
const remove = (id: number, aliasId: number, actor: Actor = world.unit) =>
  removeAlias(as(world, actor), { id, version: null, aliasId });

describe('another name of a subject', () => {
  it('is kept in one spelling, with the next version, and told', async () => {
    const id = await registeredSubject(world, { fullName: 'Nguyễn Văn Bưởi' });
    answerOf(await add(id, '  Ba\u0300  Hai\nBưởi '));
    expect(await aliasesOf(world.db, id)).toMatchObject([{ name: 'Bà Hai Bưởi', note: null }]);
    expect(await versionOf(world.db, id)).toBe(2);
    expect(await subjectEvents(world, id)).toMatchObject([
      { kind: 'subject.alias_added', thing_version: 2, after: { 'tên khác': 'Bà Hai Bưởi' } },
    ]);
  });

  it('is none where it is empty, too long, or a name that is known already, however spelled', async () => {
    const id = await registeredSubject(world, { fullName: 'Nguyễn Thị Hoà' });
    answerOf(await add(id, 'Hai Thủy'));
    const said = async (name: string) => {
      const outcome = await add(id, name);
      return !outcome.ok && outcome.refusal.kind === 'invalid' ? outcome.refusal.fields.name : outcome;
    };
    expect(await said(' \n')).toMatch(/Hãy ghi/);
    expect(await said('a'.repeat(201))).toMatch(/200/);
    expect(await said('… 12')).toMatch(/phải có chữ/);
    expect(await said('nguyễn  thị hoa\u0300')).toMatch(/đã có/);
    expect(await said('HAI THỦY')).toMatch(/đã có/);
    expect(await aliasesOf(world.db, id)).toHaveLength(1);
  });

  it('is one of twenty at most', async () => {
    const id = await registeredSubject(world);
    for (let n = 1; n <= 20; n++) answerOf(await add(id, `Tên thứ ${n}`));
    expect(await add(id, 'Tên thứ 21')).toMatchObject({
      refusal: { kind: 'invalid', fields: { name: /20/ } },
    });
  });

  it('is taken away again, and only from its own subject', async () => {
    const [id, other] = [await registeredSubject(world), await registeredSubject(world)];
    const alias = answerOf(await add(id, 'Ba Thử'));
    expect(inOneWord(await remove(other, alias.id))).toBe('not_found');
    expect(inOneWord(await remove(id, alias.id))).toBe('done');
    expect(inOneWord(await remove(id, alias.id))).toBe('not_found');
    expect((await subjectEvents(world, id)).at(-1)).toMatchObject({
      kind: 'subject.alias_removed',
      thing_version: 3,
      before: { 'tên khác': 'Ba Thử' },
    });
  });

  it('is not written from a form that was opened before another change', async () => {
    const id = await registeredSubject(world);
    answerOf(await add(id, 'Một', world.unit, 1));
    expect(await add(id, 'Hai', world.unit, 1)).toMatchObject({
      refusal: { kind: 'stale', currentVersion: 2 },
    });
  });

  it('is written by officers of the unit, the lead office and the standing body', async () => {
    const answers: Record<string, string[]> = {};
    for (const [name, actor] of Object.entries(await everybody(world))) {
      const id = await registeredSubject(world);
      const alias = answerOf(await add(id, 'Tên sẵn', world.standing));
      answers[name] = [
        inOneWord(await add(id, 'Tên mới', actor)),
        inOneWord(await remove(id, alias.id, actor)),
      ];
    }
    const both = (answer: string) => [answer, answer];
    expect(answers).toEqual({
      unit: both('done'),
      lead: both('done'),
      standing: both('done'),
      council: both('wrong_role'),
      leader: both('wrong_role'),
      press: both('wrong_role'),
      viewer: both('wrong_role'),
      admin: both('wrong_role'),
      stranger: both('not_found'),
    });
  });
});
