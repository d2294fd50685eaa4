import { sql } from 'kysely';
import { allowReturn } from '../desks/allow-return.ts';
import { answerOpinion } from '../desks/answer-opinion.ts';
import { askOpinion } from '../desks/ask-opinion.ts';
import { nameGap } from '../desks/name-gap.ts';
import { reassignPaper } from '../desks/reassign.ts';
import { propose, return_ } from '../exemplars/commands.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

interface DeskStage {
  tx: Tx;
  officeId(key: string): number;
  acting(by: string, day: Day): Acting;
}

/**
 * What happens to some of the proposals on their way: offices asked for their opinion, one of which answers only after
 * the paper has gone on without it; one moved to another desk; one returned a second time by leave of the office above.
 */
export async function playDesks(tx: Tx, loaded: { offices: OfficeIds; people: People }): Promise<void> {
  const hours = new OfficeHours();
  const stage: DeskStage = {
    tx,
    officeId: (key) => idOf(loaded.offices, key),
    acting: (by, day) => ({
      db: tx,
      clock: hours.at(day),
      actor: personOf(loaded.people, by),
      ip: null,
      requestKey: null,
    }),
  };
  const { opinions, reassigned, returnedAgain } = await readSeed('sample/desks.json');
  const holder = stage.officeId('so-nnptnt');
  const proposed = await travelling(tx, 'proposed', holder, opinions[0]?.askedOn ?? '2018-10-01');
  for (const [n, told] of opinions.entries()) await playOpinion(stage, proposed[n], told);
  await playReassigned(stage, proposed[opinions.length], reassigned);
  const [returned] = await travelling(tx, 'returned', null, returnedAgain.proposedOn);
  await playReturnedAgain(stage, returned, returnedAgain);
}

/** Exemplars in a state that have lain on their desk since before a day, those of the sample's lead office first. */
async function travelling(tx: Tx, state: string, holderId: number | null, before: Day): Promise<number[]> {
  const rows = await tx
    .selectFrom('exemplar as e')
    .innerJoin('desk_stay as d', (join) =>
      join.on('d.paper', '=', 'exemplar').onRef('d.paper_id', '=', 'e.id').on('d.until', 'is', null),
    )
    .innerJoin('pilot_field as f', 'f.id', 'e.field_id')
    .innerJoin('office as lead', 'lead.id', 'f.lead_office_id')
    .select('e.id')
    .where('e.state', '=', state)
    .where(sql<boolean>`${holderId}::bigint IS NULL OR d.office_id = ${holderId}`)
    .where('d.since', '<', before)
    .orderBy(sql`lead.name <> 'Sở Nông nghiệp và Phát triển nông thôn'`)
    .orderBy('d.since', 'desc')
    .orderBy('e.id')
    .execute();
  return rows.map(({ id }) => id);
}

type Seed = Awaited<ReturnType<typeof readSeed<'sample/desks.json'>>>;

async function playOpinion(
  stage: DeskStage,
  id: number | undefined,
  told: Seed['opinions'][number],
): Promise<void> {
  if (id === undefined) throw new Error('The sample has too few proposals to ask about.');
  const { askedBy, askedOn, office, question, dueOn, gap, answer } = told;
  const about = { id, version: null };
  const asked = await askOpinion(stage.acting(askedBy, askedOn), exemplarPaper, {
    ...{ ...about, officeId: stage.officeId(office), question, dueOn },
  });
  const { opinionId } = agreed(asked, `asks ${office}`);
  if (gap) {
    const named = nameGap(stage.acting(gap.by, gap.on), exemplarPaper, {
      ...about,
      opinionId,
      reason: gap.reason,
    });
    agreed(await named, `goes on without ${office}`);
  }
  if (!answer) return;
  const given = answerOpinion(stage.acting(answer.by, answer.on), exemplarPaper, {
    ...{ ...about, opinionId, answer: answer.text },
  });
  agreed(await given, `${office} answers`);
}

async function playReassigned(
  { acting, officeId }: DeskStage,
  id: number | undefined,
  { by, on, to, dueOn, reason }: Seed['reassigned'],
): Promise<void> {
  if (id === undefined) throw new Error('The sample has no proposal to move to another desk.');
  const move = { id, version: null, officeId: officeId(to), dueOn, reason, stayId: null };
  agreed(await reassignPaper(acting(by, on), exemplarPaper, move), `moves a proposal to ${to}`);
}

async function playReturnedAgain(
  { tx, acting }: DeskStage,
  id: number | undefined,
  told: Seed['returnedAgain'],
): Promise<void> {
  if (id === undefined) throw new Error('The sample has nothing that was returned.');
  const about = { id, version: null };
  const proposer = await whoDid(tx, id, 'propose');
  const decider = await whoDid(tx, id, 'return');
  agreed(await propose(acting(proposer, told.proposedOn), about), 'proposes again');
  const allowed = allowReturn(acting(told.allowedBy, told.allowedOn), exemplarPaper, {
    ...{ ...about, reason: told.allowedFor },
  });
  agreed(await allowed, 'allows a second return');
  const { reasons } = told;
  agreed(await return_(acting(decider, told.returnedOn), { ...about, reasons }), 'returns a second time');
}

/** Who took this step last, by their user name. */
async function whoDid(tx: Tx, exemplarId: number, action: string): Promise<string> {
  const { username } = await tx
    .selectFrom('exemplar_step as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select('a.username')
    .where('s.exemplar_id', '=', exemplarId)
    .where('s.action', '=', action)
    .orderBy('s.id', 'desc')
    .executeTakeFirstOrThrow();
  return username;
}
