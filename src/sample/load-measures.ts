import type { Tx } from '../platform/db.ts';
import { readSeed } from './seed-files.ts';

/** Writes measures of the seed; one that is there already is left as people have it. */
export async function addMeasures(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { measures: all, rangeSource } = await readSeed('measures.json');
  const measures = all.filter(({ key }) => keys.has(key));
  const made = await tx
    .insertInto('measure')
    .values(measures.map(({ ranges: _ranges, ...measure }) => measure))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(['id', 'key'])
    .execute();
  const idOf = new Map(made.map(({ id, key }) => [key, id]));
  const ranges = measures.flatMap(({ key, ranges: ofMeasure }) => {
    const id = idOf.get(key);
    return id === undefined
      ? []
      : ofMeasure.map(({ subjectKind, lowest, highest }) => ({
          ...{ measure_id: id, subject_kind: subjectKind, lowest, highest },
          ...{ source: rangeSource, provisional: true },
        }));
  });
  if (ranges.length > 0) await tx.insertInto('measure_range').values(ranges).execute();
}

/** Writes what forms of consent say about the law. */
export async function addConsentLaw(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { laws } = await readSeed('consent-law.json');
  const rows = laws
    .filter(({ name }) => keys.has(name))
    .map(({ name, words, validFrom, validTo }) => ({
      ...{ name, words },
      ...{ valid_from: validFrom, valid_to: validTo },
    }));
  await tx
    .insertInto('consent_law')
    .values(rows)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** All measures, where nothing else of the catalogue is needed. */
export async function loadMeasures(tx: Tx): Promise<void> {
  const { measures } = await readSeed('measures.json');
  await addMeasures(tx, new Set(measures.map(({ key }) => key)));
}

/** All that forms of consent say about the law, where nothing else of the catalogue is needed. */
export async function loadConsentLaw(tx: Tx): Promise<void> {
  const { laws } = await readSeed('consent-law.json');
  await addConsentLaw(tx, new Set(laws.map(({ name }) => name)));
}
