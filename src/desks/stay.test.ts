import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { addDays, daysFrom } from '../calendar/days.ts';
import { daysOnDesk } from './desk-line.tsx';
import { deskOf, desksOf, leaveDesk, moveToDesk, type Stay, staysOf } from './stay.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const FIRST = '2018-01-01';
let papers = 0;

const move = fc.record({
  /** null: it leaves the last desk. */
  to: fc.option(fc.constantFrom('lead', 'standing', 'commune', 'district' as const), { freq: 4 }),
  /** Days after the move before; a step may also have been decided before the last move. */
  after: fc.integer({ min: -5, max: 20 }),
});

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const nextDesk = (paperId: number, officeId: number) => ({
  ...{ paper: 'report' as const, paperId, officeId, dueOn: null, waitsFor: 'quyết định', movedBy: null },
});

interface Walked {
  paperId: number;
  onDesk: boolean;
  /** The day of its last move. */
  latest: string;
  /** Days between leaving one desk and lying on the next. */
  away: number;
}

/** What the day of a move comes to: a step may have been decided before the paper's last move. */
const atOrAfter = (day: string, latest: string): string => (day > latest ? day : latest);

async function walk(moves: readonly Move[]): Promise<Walked> {
  const walked: Walked = { paperId: ++papers, onDesk: false, latest: FIRST, away: 0 };
  let day = FIRST;
  let begun = false;
  for (const { to, after } of moves) {
    day = atOrAfter(addDays(day, after), FIRST);
    const at = atOrAfter(day, walked.latest);
    if (begun && !walked.onDesk && to) walked.away += daysFrom(walked.latest, at);
    await world.db.transaction().execute(async (tx) => {
      if (to) await moveToDesk(tx, nextDesk(walked.paperId, world.place[to].id), day);
      else await leaveDesk(tx, 'report', walked.paperId, day);
    });
    if (to || walked.onDesk) walked.latest = at;
    walked.onDesk = to !== null;
    begun ||= walked.onDesk;
  }
  return walked;
}

/** One desk at the most, and each stay begins where the one before has ended or later. */
function checkStays(stays: readonly Stay[], onDesk: boolean): void {
  expect(stays.filter(({ until }) => until === null)).toHaveLength(onDesk ? 1 : 0);
  for (const [n, stay] of stays.entries()) {
    if (stay.until) expect(stay.until >= stay.since).toBe(true);
    const before = stays[n - 1];
    if (before) expect(before.until !== null && before.until <= stay.since).toBe(true);
  }
}

describe('the way of a paper', () => {
  it('lies on one desk at the most; its stays follow each other without overlap, and add up to the whole way', async () => {
    const walks = fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), async (moves) => {
      const { paperId, onDesk, latest, away } = await walk(moves);
      const stays = await staysOf(world.db, 'report', paperId);
      checkStays(stays, onDesk);
      const open = stays.find(({ until }) => until === null);
      expect((await deskOf(world.db, 'report', paperId))?.id).toBe(open?.id);
      const today = addDays(latest, 3);
      const first = stays[0]?.since ?? today;
      const end = onDesk ? today : (stays.at(-1)?.until ?? today);
      const onDesks = stays.reduce((sum, stay) => sum + daysOnDesk(stay, today), 0);
      expect(onDesks).toBe(daysFrom(first, end) - away);
    });
    await fc.assert(walks, { numRuns: 40 });
  }, 60_000);

  it('knows whose paper it is, also after an exemplar has moved to another office', async () => {
    const { db, place } = world;
    const subject = await db
      .insertInto('subject')
      .values({ kind: 'individual', full_name: 'Nguyễn Văn Dời' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = await db
      .insertInto('exemplar')
      .values({ subject_id: subject.id, office_id: place.commune.id, state: 'proposed', origin: 'office' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .transaction()
      .execute((tx) => moveToDesk(tx, { ...nextDesk(id, place.lead.id), paper: 'exemplar' }, FIRST));
    const author = async () =>
      (
        await db
          .selectFrom('desk_stay')
          .select('author_office_id')
          .where('paper', '=', 'exemplar')
          .where('paper_id', '=', id)
          .executeTakeFirstOrThrow()
      ).author_office_id;
    expect(await author()).toBe(place.commune.id);
    await db.updateTable('exemplar').set({ office_id: place.otherCommune.id }).where('id', '=', id).execute();
    expect(await author()).toBe(place.otherCommune.id);
  });

  it('is not broken by two who move it at the same moment', async () => {
    const paperId = ++papers;
    const { db, place } = world;
    const to = (officeId: number) =>
      db.transaction().execute((tx) => moveToDesk(tx, nextDesk(paperId, officeId), FIRST));
    await Promise.all([
      to(place.lead.id),
      to(place.standing.id),
      to(place.district.id),
      to(place.commune.id),
    ]);
    const stays = await staysOf(db, 'report', paperId);
    expect(stays).toHaveLength(4);
    expect(stays.filter(({ until }) => until === null)).toHaveLength(1);
  });

  it('is read for a whole list with one query, and for nothing with none', async () => {
    const { db, place } = world;
    const [one, other] = [++papers, ++papers];
    await db.transaction().execute(async (tx) => {
      for (const id of [one, other]) await moveToDesk(tx, nextDesk(id, place.lead.id), FIRST);
    });
    const desks = await desksOf(db, 'report', [one, other, 987_654]);
    expect([...desks.keys()].sort()).toEqual([one, other].sort());
    expect(await desksOf(db, 'report', [])).toEqual(new Map());
  });
});
