import type { Insertable } from 'kysely';
import { keyOf } from '../criteria/grouping.ts';
import type { Tx } from '../platform/db.ts';
import type { DB } from '../platform/db-types.ts';
import { readSeed, type Seed } from './seed-files.ts';

type CriteriaSeed = Pick<Seed<'criteria-sets.json'>, 'norms' | 'sets'>;
type SetSeed = CriteriaSeed['sets'][number];
type CriterionSeed = Omit<SetSeed['criteria'][number], 'parts'>;

/** By what a norm is known in the seeds and in the database. */
export const normKey = ({ key, region, validFrom }: CriteriaSeed['norms'][number]): string =>
  `${key}/${keyOf(region ?? 'moi-noi')}/${validFrom}`;

/** Writes norms of law; one that people have for the same days is left as it is. */
export async function addNorms(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { norms } = await readSeed('criteria-sets.json');
  await loadNorms(
    tx,
    norms.filter((norm) => keys.has(normKey(norm))),
    false,
  );
}

/** Writes criteria sets of law, in the order of the seed. */
export async function addCriteriaSets(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { sets } = await readSeed('criteria-sets.json');
  for (const set of sets.filter(({ key }) => keys.has(key))) await loadSet(tx, set, false);
}

/** Sets and norms of one seed. */
export async function loadCriteriaSeed(tx: Tx, seed: CriteriaSeed, isSample: boolean): Promise<void> {
  await loadNorms(tx, seed.norms, isSample);
  for (const set of seed.sets) await loadSet(tx, set, isSample);
}

async function loadNorms(tx: Tx, norms: CriteriaSeed['norms'], isSample: boolean): Promise<void> {
  const rows = norms.map((one) => {
    const { validFrom, validTo, ...norm } = one;
    return {
      ...norm,
      valid_from: validFrom,
      valid_to: validTo,
      is_sample: isSample,
      seed_key: normKey(one),
    };
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('norm')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function loadSet(tx: Tx, set: SetSeed, isSample: boolean): Promise<void> {
  const known = await tx
    .selectFrom('criteria_set')
    .select('id')
    .where('seed_key', '=', set.key)
    .executeTakeFirst();
  if (known) return;
  const row = {
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
  };
  // where people's own edition is in force on its days it comes as a draft, for them to bring into use
  const id = (await insertSet(tx, row)) ?? (await insertSet(tx, { ...row, state: 'draft' }));
  if (id !== null) await loadCriteriaOf(tx, id, set);
}

/** The id of the set; null where what is there already stands against it. */
async function insertSet(tx: Tx, row: Insertable<DB['criteria_set']>): Promise<number | null> {
  const made = await tx
    .insertInto('criteria_set')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** The edition that follows another and those that people made of it; the first of its own where that one is not there. */
async function editionAfter(tx: Tx, follows: string | undefined) {
  if (!follows) return {};
  const before = await tx
    .selectFrom('criteria_set as one')
    .innerJoin('criteria_set as kin', 'kin.chain', 'one.chain')
    .select(['one.chain', (eb) => eb.fn.max('kin.edition').as('edition')])
    .where('one.seed_key', '=', follows)
    .groupBy('one.chain')
    .executeTakeFirst();
  return before ? { first_id: before.chain, edition: before.edition + 1 } : {};
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
