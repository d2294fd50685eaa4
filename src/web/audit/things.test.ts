import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { makeActor, makeOffice, makePlan } from '../../../test/factories.ts';
import { openDb } from '../../platform/db.ts';
import type { EventInList } from './events.ts';
import { nameOf, nameThings } from './things.ts';

const event = (thing: string, thingId: number): EventInList => ({
  id: 1,
  at: new Date(),
  who: 'Ai đó',
  actorId: null,
  ip: null,
  kind: `${thing}.changed`,
  thing,
  thingId,
  reason: null,
  changes: [],
});

it('names things of every sort, with as many queries for a hundred as for one of each', async () => {
  const database = await freshDatabase();
  const { db, close } = openDb(database.url);
  const offices = [
    await makeOffice(db, null, { name: 'Sở Thử' }),
    await makeOffice(db, null),
    await makeOffice(db, null),
  ];
  const lead = offices[0] ?? { id: 0, name: '' };
  const person = await makeActor(db, [], 'Lê Ân');
  const { planId } = await makePlan(db, lead);
  const few = [event('office', lead.id), event('account', person.accountId), event('plan', planId)];
  const many = [
    ...few,
    ...offices.map(({ id }) => event('office', id)),
    event('moon', 1),
    event('office', 999_999),
  ];

  let queries = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const counted = async (events: EventInList[]) => {
    queries = 0;
    return [await nameThings(db.withPlugin(counter), events), queries] as const;
  };
  const [named, forFew] = await counted(few);
  const [, forMany] = await counted(many);
  expect([forFew, forMany]).toEqual([3, 3]);
  expect(few.map((one) => nameOf(named, one)?.name)).toEqual([
    'đơn vị Sở Thử',
    'tài khoản Lê Ân',
    expect.stringMatching(/^kế hoạch \d+/),
  ]);
  expect(nameOf(named, event('moon', 1))).toBeNull();
  await close();
  await database.drop();
});
