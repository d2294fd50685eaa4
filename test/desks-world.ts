import type { ReturnReason } from '../src/desks/rules.ts';
import { moveToDesk } from '../src/desks/stay.ts';
import { propose, return_ } from '../src/exemplars/commands.ts';
import { answerOf, as, type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';

/** The reasons of a return, all at one part. */
export const reasonsOf = (reason: string, field = 'endorsement', label = 'Suy tôn'): ReturnReason[] => [
  { field, label, reason },
];

/** An exemplar that its unit has just proposed: it lies on the desk of the lead office. */
export async function makeProposed(world: ExemplarWorld, day = '2018-11-01'): Promise<number> {
  const id = await makeExemplar(world, { state: 'found', complete: true });
  answerOf(await propose(as(world, world.unit, { day }), { id, version: null }));
  return id;
}

/** The same, returned once by the lead office and proposed again. */
export async function makeProposedAgain(world: ExemplarWorld, day = '2018-11-01'): Promise<number> {
  const id = await makeProposed(world, day);
  const about = { id, version: null };
  answerOf(await return_(as(world, world.lead, { day }), { ...about, reasons: reasonsOf('Thiếu chữ ký') }));
  answerOf(await propose(as(world, world.unit, { day }), about));
  return id;
}

/** Lays an exemplar on a desk, as a step would. */
export const layOn = (
  { db }: ExemplarWorld,
  paperId: number,
  officeId: number,
  dueOn: string | null = null,
) =>
  db
    .transaction()
    .execute((tx) =>
      moveToDesk(
        tx,
        { paper: 'exemplar', paperId, officeId, dueOn, waitsFor: 'quyết định lựa chọn', movedBy: null },
        '2018-11-01',
      ),
    );
