import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { type Outcome, refused } from '../platform/outcome.ts';
import { type PlacedOffice, refusalToChangeOffices } from './rules.ts';
import type { Validity } from './validity.ts';

/**
 * The surroundings of every change of the tree: one transaction, an administrator of the whole programme, and
 * one change at a time, so that two moves cannot together make a circle that neither makes alone.
 */
export function changingTree<T>(acting: Acting, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const refusal = refusalToChangeOffices(acting.actor);
    if (refusal) return refused(refusal);
    await sql`LOCK TABLE office IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    return work(tx);
  });
}

export interface StoredOffice extends PlacedOffice {
  version: number;
  kindId: string;
  shortName: string | null;
  code: string | null;
  parentId: number | null;
}

export async function storedOffices(tx: Tx, ids: readonly number[]): Promise<StoredOffice[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('office')
    .select(['id', 'name', 'path', 'version', 'code'])
    .select(['kind_id as kindId', 'short_name as shortName', 'parent_id as parentId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('id', 'in', [...ids])
    .execute();
}

export const storedOffice = async (tx: Tx, id: number): Promise<StoredOffice | null> =>
  (await storedOffices(tx, [id]))[0] ?? null;

/** The offices of all times directly below one; null: the roots. */
export const offsprings = (
  tx: Tx,
  parentId: number | null,
): Promise<(Validity & { id: number; name: string })[]> =>
  tx
    .selectFrom('office')
    .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('parent_id', 'is not distinct from', parentId)
    .orderBy('name')
    .execute();
