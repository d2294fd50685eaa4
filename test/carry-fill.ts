import fc from 'fast-check';
import type { ExemplarWorld } from './oracles/exemplar-world.ts';

/** A measure with which figures and gifts of the tests are written. */
async function makeMeasure({ db }: Pick<ExemplarWorld, 'db'>): Promise<number> {
  const key = `thu-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await db
    .insertInto('measure')
    .values({ key, name: 'Đất hiến', kind: 'area', unit: 'm²', adding: 'sum', contribution: 'land' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function makeFile({ db }: Pick<ExemplarWorld, 'db'>): Promise<number> {
  const sha256 = crypto.randomUUID().replaceAll('-', '').repeat(2);
  const { id } = await db
    .insertInto('file')
    .values({ sha256, media_type: 'application/pdf', size: 10 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Measures and stored files that the files of a test share. */
export interface Stock {
  measures: number[];
  files: number[];
}

export const stock = async (world: Pick<ExemplarWorld, 'db'>): Promise<Stock> => ({
  measures: [await makeMeasure(world), await makeMeasure(world)],
  files: [await makeFile(world), await makeFile(world), await makeFile(world)],
});

/** What may stand in a file: of little variety, so that two files often have the same. */
export const side = fc.record({
  facts: fc.record({
    title: fc.option(fc.constantFrom('Trồng bưởi', 'Nuôi ong')),
    statement: fc.option(fc.constantFrom('Làm trước', 'Giúp 12 hộ')),
    novelty: fc.option(fc.constant('Việc mới')),
    source_note: fc.option(fc.constant('Đài huyện')),
  }),
  sources: fc.uniqueArray(fc.constantFrom('Báo Phú Thọ', 'Hội Nông dân', 'Đài huyện'), { maxLength: 3 }),
  figures: fc.array(
    fc.record({
      measure: fc.option(fc.nat(1)),
      value: fc.integer({ min: 1, max: 2 }),
      year: fc.constantFrom(2017, 2018),
    }),
    { maxLength: 3 },
  ),
  pieces: fc.array(fc.record({ file: fc.option(fc.nat(2)), figure: fc.nat(5) }), { maxLength: 4 }),
  gifts: fc.array(
    fc.record({ measure: fc.nat(1), amount: fc.integer({ min: 1, max: 2 }), piece: fc.nat(5) }),
    {
      maxLength: 3,
    },
  ),
  consents: fc.record({ registration: fc.option(fc.boolean()), publication: fc.option(fc.boolean()) }),
  endorsed: fc.boolean(),
  placed: fc.boolean(),
});
export type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

type World = Pick<ExemplarWorld, 'db' | 'place'>;

/** Writes all of it into a file. */
export async function fillFile(world: World, shelf: Stock, id: number, made: Side): Promise<void> {
  await world.db
    .updateTable('exemplar')
    .set({ ...made.facts, sources: made.sources })
    .where('id', '=', id)
    .execute();
  const figures = await fillFigures(world, shelf, id, made.figures);
  const pieces = await fillPieces(world, shelf, id, made.pieces, figures);
  for (const { measure, amount, piece } of made.gifts)
    await world.db
      .insertInto('contribution')
      .values({
        ...{ exemplar_id: id, amount, purpose: 'Làm đường' },
        measure_id: shelf.measures[measure] ?? 0,
        evidence_id: pieces[piece] ?? null,
      })
      .execute();
  await fillRest(world, id, made);
}

async function fillFigures(world: World, { measures }: Stock, id: number, made: Side['figures']) {
  const figures: number[] = [];
  for (const { measure, value, year } of made) {
    const own = measure === null ? {} : { measure_id: measures[measure] ?? null, measure: 'Đất hiến' };
    const made = await world.db
      .insertInto('achievement')
      .values({ exemplar_id: id, statement: `Hiến đất ${value}`, value, unit: 'm²', year, ...own })
      .returning('id')
      .executeTakeFirstOrThrow();
    figures.push(made.id);
    await world.db.insertInto('figure_claim').values({ achievement_id: made.id, source: 'Báo' }).execute();
  }
  return figures;
}

async function fillPieces(
  world: World,
  { files }: Stock,
  id: number,
  made: Side['pieces'],
  figures: readonly number[],
) {
  const pieces: number[] = [];
  for (const { file, figure } of made) {
    const content = file === null ? { reference: 'QĐ 12' } : { file_id: files[file] ?? null };
    const made = await world.db
      .insertInto('evidence')
      .values({ exemplar_id: id, title: 'Minh chứng', achievement_id: figures[figure] ?? null, ...content })
      .returning('id')
      .executeTakeFirstOrThrow();
    pieces.push(made.id);
  }
  return pieces;
}

async function fillRest({ db, place }: World, id: number, made: Side): Promise<void> {
  const scopes = Object.entries(made.consents).filter(([, stands]) => stands !== null);
  for (const [scope, stands] of scopes)
    await db
      .insertInto('consent')
      .values({
        ...{ exemplar_id: id, scope, given_on: '2018-02-01', how: 'paper' },
        withdrawn_on: stands ? null : '2018-03-01',
      })
      .execute();
  if (made.endorsed)
    await db
      .insertInto('endorsement')
      .values({ exemplar_id: id, held_on: '2018-04-01', place: 'Khu 7', present: 40, agreed: 39 })
      .execute();
  if (made.placed)
    await db
      .insertInto('exemplar_place')
      .values({
        ...{ exemplar_id: id, office_id: place.commune.id, lat: 21.4, lon: 105.2 },
        ...{ source: 'Bản đồ xã', recorded_on: '2018-02-02' },
      })
      .execute();
}

/** A file with one of everything, as a registration under way has it. */
export const FULL: Side = {
  facts: { title: 'Trồng bưởi', statement: 'Làm trước', novelty: 'Việc mới', source_note: 'Đài huyện' },
  sources: ['Báo Phú Thọ'],
  figures: [
    { measure: 0, value: 1, year: 2017 },
    { measure: null, value: 2, year: 2018 },
  ],
  pieces: [
    { file: 0, figure: 0 },
    { file: null, figure: 5 },
  ],
  gifts: [{ measure: 1, amount: 2, piece: 1 }],
  consents: { registration: true, publication: null },
  endorsed: true,
  placed: true,
};

/** A file in which nothing is written yet. */
export const EMPTY: Side = {
  facts: { title: null, statement: null, novelty: null, source_note: null },
  ...{ sources: [], figures: [], pieces: [], gifts: [] },
  consents: { registration: null, publication: null },
  endorsed: false,
  placed: false,
};
