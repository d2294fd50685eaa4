import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectInView } from './in-view.ts';
import { whyNotMerge } from './merge-against.ts';
import { agreedOf } from './merge-agree.ts';
import type { Belongings } from './merge-belongings.ts';
import type { Against } from './merge-rules.ts';
import type { SameReason } from './same-types.ts';

/** Everything that is shown beside the facts of two subjects before they are merged. */
export interface SeenBoth {
  kept: SubjectInView;
  gone: SubjectInView;
  against: Against[];
  agreed: string[];
  /** What the search in the background had to say of them; empty where it has not found them. */
  found: SameReason[];
  aliases: Record<'kept' | 'gone', string[]>;
  /** How many of each sort there are, in the order in which they move. */
  counts: { name: string; kept: number; gone: number }[];
}

/** A fixed number of queries, whatever belongs to the two. */
export async function seeBoth(
  db: Reader,
  actor: Actor,
  belongings: readonly Belongings[],
  kept: SubjectInView,
  gone: SubjectInView,
): Promise<SeenBoth> {
  const [against, agreed, names, found, counts] = await Promise.all([
    whyNotMerge(db, actor, belongings, kept, gone),
    agreedOf(db, kept, gone),
    aliasesOf(db, [kept.id, gone.id]),
    foundOf(db, kept.id, gone.id),
    Promise.all(
      belongings.map(async (one) => ({
        name: one.name,
        kept: await one.count(db, kept.id),
        gone: await one.count(db, gone.id),
      })),
    ),
  ]);
  const aliases = { kept: names.get(kept.id) ?? [], gone: names.get(gone.id) ?? [] };
  return { kept, gone, against, agreed, found, aliases, counts };
}

/** Other names of some subjects, in the order in which they were written down. */
async function aliasesOf(db: Reader, ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('subject_alias')
    .select(['subject_id', sql<string[]>`array_agg(name ORDER BY id)`.as('names')])
    .where('subject_id', 'in', [...ids])
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map((row) => [row.subject_id, row.names]));
}

async function foundOf(db: Reader, oneId: number, otherId: number): Promise<SameReason[]> {
  const row = await db
    .selectFrom('subject_pair')
    .select('reasons')
    .where('one_id', '=', Math.min(oneId, otherId))
    .where('other_id', '=', Math.max(oneId, otherId))
    .executeTakeFirst();
  return (row?.reasons as SameReason[] | undefined) ?? [];
}
