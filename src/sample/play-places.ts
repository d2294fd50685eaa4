import { sql } from 'kysely';
import { recordPlace } from '../exemplars/place.ts';
import { moved, type Point } from '../places/point.ts';
import { positionsOf } from '../places/positions.ts';
import { pointInWords } from '../places/words.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { type People, personOf } from './load-people.ts';
import { Chance } from './prng.ts';
import { OfficeHours } from './stage.ts';

const SEED = 315;
const MANY = 45;
const WRITER = 'tdkt.luong';
const SOURCES = [
  'Cán bộ xã đến tận nơi (mẫu)',
  'Gia đình chỉ trên bản đồ (mẫu)',
  'Đoàn kiểm tra ghi tại chỗ (mẫu)',
];

/** Where some of the invented exemplars are: most with a point, some with their commune alone. */
export async function playPlaces(tx: Tx, { people }: { people: People }): Promise<void> {
  const chance = new Chance(SEED);
  const acting = {
    db: tx,
    clock: new OfficeHours().at(addDays(SAMPLE_TODAY, -9)),
    actor: personOf(people, WRITER),
    ip: null,
    requestKey: null,
  };
  for (const { id, communeId, at } of await exemplarsWithCommune(tx, chance)) {
    const knowsPoint = chance.happens(0.8);
    agreed(
      await recordPlace(acting, {
        id,
        version: null,
        item: 0,
        officeId: communeId,
        point: knowsPoint ? pointInWords(somewhereNear(at, chance)) : null,
        // the shapes of communes are not known: some points lie beside the middle of their own
        sure: true,
        staff: chance.happens(0.4) ? 'hamlet' : 'commune',
        public: chance.happens(0.9) ? 'commune' : 'hidden',
        source: chance.pick(SOURCES),
      }),
      'a place',
    );
  }
}

/** Within two kilometres: such a point is in the commune or at its edge. */
function somewhereNear(at: Point, chance: Chance): Point {
  const [far, turn] = [2_000 * Math.sqrt(chance.next()), 2 * Math.PI * chance.next()];
  return moved(at, far * Math.cos(turn), far * Math.sin(turn));
}

/** Invented exemplars that are still open, each with a commune of its own branch whose position is known. */
async function exemplarsWithCommune(tx: Tx, chance: Chance) {
  const exemplars = await tx
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['e.id', 'e.office_id'])
    .where('e.is_sample', '=', true)
    .where('e.state', 'in', ['found', 'proposed', 'nurtured', 'recognised'])
    .where('o.kind_id', 'in', ['district', 'commune'])
    .orderBy('e.id')
    .execute();
  const taken = chance.shuffled(exemplars).slice(0, MANY);
  const { rows } = await sql<{ branch: number; id: number }>`
    SELECT branch, o.id FROM unnest(${taken.map((one) => one.office_id)}::bigint[]) AS branch
    JOIN office o ON o.kind_id = 'commune' AND branch = ANY (o.path)
    WHERE (o.valid_from IS NULL OR o.valid_from <= ${SAMPLE_TODAY})
      AND (o.valid_to IS NULL OR o.valid_to >= ${SAMPLE_TODAY})
    GROUP BY branch, o.id ORDER BY branch, o.id`.execute(tx);
  const positions = await positionsOf(
    tx,
    rows.map(({ id }) => Number(id)),
  );
  return taken.flatMap(({ id, office_id }) => {
    const communes = rows
      .filter((row) => Number(row.branch) === office_id)
      .map((row) => Number(row.id))
      .filter((commune) => positions.get(commune)?.how === 'successor');
    if (communes.length === 0) return [];
    const communeId = chance.pick(communes);
    const at = positions.get(communeId)?.centre;
    return at ? [{ id, communeId, at }] : [];
  });
}
