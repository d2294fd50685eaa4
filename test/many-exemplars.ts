import { sql } from 'kysely';
import type { Actor } from '../src/identity/actor.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { makeActor, makeOffice, makePlan, makeProvince, type Province } from './factories.ts';
import { filledDatabase } from './filled-database.ts';

export const MANY = 20_000;

/** A province with so many exemplars that a query plan means something. */
export interface ManyExemplars {
  db: Db;
  place: Province;
  fieldId: number;
  /** Sees everything; the officer sees every 100th; the lead office those same ones, by their field. */
  standing: Actor;
  officer: Actor;
  lead: Actor;
  close(): Promise<void>;
}

export async function manyExemplars(): Promise<ManyExemplars> {
  const { database, told } = await filledDatabase('many', fill);
  const { db, close } = openDb(database.url);
  const { place, fieldId } = told;
  return {
    db,
    place,
    fieldId,
    standing: await makeActor(db, [['standing', place.standing, 'all']]),
    officer: await makeActor(db, [['unit', place.commune, 'own']]),
    lead: await makeActor(db, [['lead', place.lead, 'own']]),
    async close() {
      await close();
      await database.drop();
    },
  };
}

async function fill(db: Db): Promise<{ place: Province; fieldId: number }> {
  const place = await makeProvince(db);
  const { fieldId } = await makePlan(db, place.lead);
  await seed(db, place, fieldId);
  return { place, fieldId };
}

/** Every 100th with the commune and in the field, the rest over 100 other communes; names that collide often. */
async function seed(db: Db, place: Province, fieldId: number): Promise<void> {
  const others = await Promise.all(Array.from({ length: 99 }, () => makeOffice(db, place.district)));
  const otherIds = [place.otherCommune, ...others].map((office) => office.id);
  await sql`
    INSERT INTO subject (kind, full_name)
    SELECT (ARRAY['individual','household','collective'])[1 + i % 3],
      (ARRAY['Nguyễn','Trần','Lê','Đỗ'])[1 + i % 4] || ' ' || (ARRAY['An','Ân','Ánh','Đào','Hòa','Hoàng','Yến'])[1 + i % 7]
    FROM generate_series(1, ${MANY}) AS i ORDER BY i`.execute(db);
  await sql`
    INSERT INTO exemplar (subject_id, office_id, field_id, state, origin, found_on, updated_at)
    SELECT id, CASE WHEN id % 100 = 0 THEN ${place.commune.id}::bigint ELSE (${otherIds}::bigint[])[1 + id % 100] END,
      CASE WHEN id % 100 = 0 THEN ${fieldId}::bigint END,
      (ARRAY['found','proposed','nurtured','honoured'])[1 + id % 4], 'office', DATE '2016-01-01' + (id % 1000)::int,
      timestamptz '2018-01-01' + (id % 500) * interval '1 microsecond'
    FROM subject`.execute(db);
  await sql`
    INSERT INTO exemplar_check (exemplar_id, year, checked_on, effect, effect_words, efficiency, efficiency_words,
      potential, potential_words, influence, influence_words, conclusion)
    SELECT id, 2018, '2018-10-01', 4, 'có', 4, 'có', 4, 'có', 4, 'có', 'keep' FROM exemplar WHERE state = 'honoured'`.execute(
    db,
  );
  await sql`ANALYZE`.execute(db);
}
