import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { Point } from './point.ts';
import type { PrecisionSet } from './precision.ts';

export interface NewPlace {
  exemplarId: number;
  /** The commune; another office where it is none. */
  officeId: number;
  point: Point | null;
  shown: PrecisionSet;
  /** How it is known. */
  source: string;
  recordedBy: number | null;
  recordedOn: Day;
}

/** Writes where an exemplar is, in place of what was written before; inside the command of the exemplar. */
export async function keepPlace(tx: Tx, place: NewPlace): Promise<void> {
  const row = {
    office_id: place.officeId,
    lat: place.point?.lat ?? null,
    lon: place.point?.lon ?? null,
    staff_precision: place.shown.staff,
    public_precision: place.shown.public,
    source: place.source,
    recorded_by: place.recordedBy,
    recorded_on: place.recordedOn,
  };
  await tx
    .insertInto('exemplar_place')
    .values({ exemplar_id: place.exemplarId, ...row })
    .onConflict((conflict) => conflict.column('exemplar_id').doUpdateSet(row))
    .execute();
}

/** Takes the place off the exemplar; false when there was none. */
export async function dropPlace(tx: Tx, exemplarId: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('exemplar_place')
    .where('exemplar_id', '=', exemplarId)
    .returning('exemplar_id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** The place of one exemplar becomes that of another that has none; inside the command that locks both. */
export async function movePlace(tx: Tx, { fromId, toId }: { fromId: number; toId: number }): Promise<void> {
  await tx
    .updateTable('exemplar_place')
    .set({ exemplar_id: toId })
    .where('exemplar_id', '=', fromId)
    .execute();
}
