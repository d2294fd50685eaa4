import { sql } from 'kysely';
import type { Reader, Tx } from '../platform/db.ts';
import { awardKey } from './award-key.ts';
import { type CatalogueSeed, giveSeed, type SeedItem } from './catalogue.ts';
import { addCriteriaSets, addNorms, normKey } from './load-criteria.ts';
import { addConsentLaw, addMeasures } from './load-measures.ts';
import {
  addAwardForms,
  addHolidays,
  addOfficeKinds,
  addReportForms,
  awardRows,
  holidayRows,
} from './load-reference.ts';
import { readSeed, type Seed } from './seed-files.ts';

/** For whom a criteria set is: every province, or Phú Thọ. */
export type Whose = Seed<'criteria-sets.json'>['sets'][number]['for'];

const itemsBy = <T extends { name: string }>(rows: readonly T[], key: (row: T) => string): SeedItem[] =>
  rows.map((row) => ({ key: key(row), name: row.name, content: row }));

const OFFICE_KINDS: CatalogueSeed = {
  name: 'office-kinds',
  title: 'loại đơn vị',
  items: async () => itemsBy((await readSeed('office-kinds.json')).kinds, ({ id }) => id),
  present: async (tx) => (await tx.selectFrom('office_kind').select('id').execute()).map(({ id }) => id),
  add: addOfficeKinds,
};

const AWARD_FORMS: CatalogueSeed = {
  name: 'award-forms',
  title: 'hình thức khen thưởng',
  items: async () => itemsBy(await awardRows(), awardKey),
  present: async (tx) =>
    (await tx.selectFrom('award_form').select(['name', 'legal_basis']).execute()).map(awardKey),
  add: addAwardForms,
};

const REPORT_FORMS: CatalogueSeed = {
  name: 'report-forms',
  title: 'mẫu báo cáo',
  items: async () => itemsBy((await readSeed('report-forms.json')).forms, ({ key }) => key),
  present: async (tx) => (await tx.selectFrom('report_form').select('key').execute()).map(({ key }) => key),
  add: addReportForms,
};

const HOLIDAYS: CatalogueSeed = {
  name: 'holidays',
  title: 'ngày nghỉ',
  items: async () => itemsBy(await holidayRows(), ({ day }) => day),
  present: async (tx) => (await tx.selectFrom('holiday').select('day').execute()).map(({ day }) => day),
  add: addHolidays,
};

const MEASURES: CatalogueSeed = {
  name: 'measures',
  title: 'chỉ số',
  items: async () => itemsBy((await readSeed('measures.json')).measures, ({ key }) => key),
  present: async (tx) => (await tx.selectFrom('measure').select('key').execute()).map(({ key }) => key),
  add: addMeasures,
};

const CONSENT_LAW: CatalogueSeed = {
  name: 'consent-law',
  title: 'căn cứ pháp luật của phiếu đồng ý',
  items: async () => itemsBy((await readSeed('consent-law.json')).laws, ({ name }) => name),
  present: async (tx) =>
    (await tx.selectFrom('consent_law').select('name').execute()).map(({ name }) => name),
  add: addConsentLaw,
};

const NORMS: CatalogueSeed = {
  name: 'norms',
  title: 'định mức',
  items: async () => itemsBy((await readSeed('criteria-sets.json')).norms, normKey),
  present: (tx) => seedKeysOf(tx, 'norm'),
  add: addNorms,
};

const criteriaSets = (whose: Whose): CatalogueSeed => ({
  name: `criteria-sets/${whose}`,
  title: 'bộ tiêu chí',
  items: async () => {
    const { sets } = await readSeed('criteria-sets.json');
    return itemsBy(
      sets.filter((set) => set.for === whose),
      ({ key }) => key,
    );
  },
  present: (tx) => seedKeysOf(tx, 'criteria_set'),
  add: addCriteriaSets,
});

async function seedKeysOf(tx: Tx, table: 'norm' | 'criteria_set'): Promise<string[]> {
  const rows = await tx.selectFrom(table).select('seed_key').where('seed_key', 'is not', null).execute();
  return rows.flatMap(({ seed_key: key }) => key ?? []);
}

/** What every office needs whatever its province, in the order in which it is written. */
export const REFERENCE_SEEDS: readonly CatalogueSeed[] = [
  ...[OFFICE_KINDS, AWARD_FORMS, REPORT_FORMS, HOLIDAYS, MEASURES, CONSENT_LAW],
];

/** The norms, and the criteria sets of these. */
export const criteriaSeeds = (whose: readonly Whose[]): readonly CatalogueSeed[] => [
  NORMS,
  ...whose.map(criteriaSets),
];

/** The official code of Phú Thọ. */
const PHU_THO = '25';

/** Whose criteria sets concern this installation. */
export async function whoseHere(db: Reader): Promise<Whose[]> {
  const row = await db
    .selectFrom('office')
    .select('id')
    .where('kind_id', '=', 'province')
    .where('code', '=', PHU_THO)
    .limit(1)
    .executeTakeFirst();
  return row ? ['everywhere', 'phu-tho'] : ['everywhere'];
}

/** Loads what every office needs; does nothing twice. For a database that begins. */
export async function loadReference(tx: Tx): Promise<void> {
  for (const seed of REFERENCE_SEEDS) await giveSeed(tx, seed, 'first');
}

/** Loads the criteria sets of law and the norms that they ask for; does nothing twice. For a database that begins. */
export async function loadCriteria(tx: Tx, whose: readonly Whose[]): Promise<void> {
  for (const seed of criteriaSeeds(whose)) await giveSeed(tx, seed, 'first');
}

/** Two programs that start at once extend the catalogue one after the other. */
export const lockCatalogue = (tx: Tx) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended('catalogue', 0))`.execute(tx);
