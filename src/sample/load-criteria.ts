import { keyOf } from '../criteria/grouping.ts';
import type { Tx } from '../platform/db.ts';
import { readSeed, type Seed } from './seed-files.ts';

type CriteriaSeed = Pick<Seed<'criteria-sets.json'>, 'norms' | 'sets'>;
type SetSeed = CriteriaSeed['sets'][number];
type CriterionSeed = Omit<SetSeed['criteria'][number], 'parts'>;

/**
 * Loads the criteria sets of law and the norms that they ask for. What was loaded before, and perhaps edited since, is
 * left as it is: sets and norms are known by their keys in the seeds.
 */
export async function loadCriteria(tx: Tx, whose: readonly SetSeed['for'][]): Promise<void> {
  const { norms, sets } = await readSeed('criteria-sets.json');
  const wanted = sets.filter((set) => whose.includes(set.for));
  await loadCriteriaSeed(tx, { norms, sets: wanted }, false);
}

/** Sets and norms of one seed. */
export async function loadCriteriaSeed(tx: Tx, seed: CriteriaSeed, isSample: boolean): Promise<void> {
  const rows = seed.norms.map(({ validFrom, validTo, ...norm }) => ({
    ...norm,
    valid_from: validFrom,
    valid_to: validTo,
    is_sample: isSample,
    seed_key: `${norm.key}/${keyOf(norm.region ?? 'moi-noi')}/${validFrom}`,
  }));
  if (rows.length > 0)
    await tx
      .insertInto('norm')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const set of seed.sets) await loadSet(tx, set, isSample);
}

async function loadSet(tx: Tx, set: SetSeed, isSample: boolean): Promise<void> {
  const known = await tx
    .selectFrom('criteria_set')
    .select('id')
    .where('seed_key', '=', set.key)
    .executeTakeFirst();
  if (known) return;
  const { id } = await tx
    .insertInto('criteria_set')
    .values({
      name: set.name,
      legal_basis: set.legalBasis,
      source: set.source,
      note: set.note,
      valid_from: set.validFrom,
      valid_to: set.validTo,
      subject_kinds: set.subjectKinds,
      groupings: JSON.stringify(groupingsOf(set)),
      seed_key: set.key,
      is_sample: isSample,
      ...(await editionAfter(tx, set.follows)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await loadCriteriaOf(tx, id, set);
}

/** The edition that follows another; the first of its own where that one is not there. */
async function editionAfter(tx: Tx, follows: string | undefined) {
  const before = follows
    ? await tx
        .selectFrom('criteria_set')
        .select(['id', 'first_id', 'edition'])
        .where('seed_key', '=', follows)
        .executeTakeFirst()
    : undefined;
  return before ? { first_id: before.first_id ?? before.id, edition: before.edition + 1 } : {};
}

const groupingsOf = ({ groupings }: SetSeed) =>
  groupings.map(({ name, options }) => ({
    key: keyOf(name),
    name,
    options: options.map((option) => ({ key: keyOf(option), name: option })),
  }));

/** Groups and single criteria first, then what stands in the groups; numbered as the seed lists them. */
async function loadCriteriaOf(tx: Tx, setId: number, { criteria }: SetSeed): Promise<void> {
  let ord = 0;
  const placed = criteria.map(({ parts, ...criterion }) => ({
    row: { ...rowOf(criterion), set_id: setId, ord: ++ord },
    parts: parts.map((part) => ({ ...rowOf(part), mandatory: false, set_id: setId, ord: ++ord })),
  }));
  const ids = await tx
    .insertInto('criterion')
    .values(placed.map(({ row }) => row))
    .returning('id')
    .execute();
  const parts = placed.flatMap((one, n) =>
    one.parts.map((part) => ({ ...part, parent_id: ids[n]?.id ?? null })),
  );
  if (parts.length > 0) await tx.insertInto('criterion').values(parts).execute();
}

const rowOf = ({ params, ...criterion }: CriterionSeed) => ({ ...criterion, params: JSON.stringify(params) });
