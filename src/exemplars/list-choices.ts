import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import type { ExemplarFilter } from './list-filter.ts';

export interface Choice {
  id: number;
  name: string;
}

/** What the filters of the list offer to this person. */
export interface ListChoices {
  fields: Choice[];
  /** Offices that have offices below them, the root left out: districts where there are any. */
  districts: Choice[];
  /** Offices below the chosen district; without one, those right below the root. */
  offices: Choice[];
  /** Newest first. */
  years: number[];
}

export async function listChoices(
  db: Reader,
  actor: Actor,
  filter: Pick<ExemplarFilter, 'districtId' | 'officeId'>,
  today: Day,
): Promise<ListChoices> {
  const [fields, offices] = await Promise.all([fieldsOfPlans(db), officesToOffer(db, actor, filter)]);
  const present = Number(today.slice(0, 4));
  const since = Math.min(present, ...fields.map((field) => Number(field.period_from.slice(0, 4))));
  const severalPlans = new Set(fields.map((field) => field.plan_id)).size > 1;
  return {
    fields: fields.map(({ id, name, number }) => ({ id, name: severalPlans ? `${name} (${number})` : name })),
    districts: offices.filter((office) => office.is_branch).map(toChoice),
    offices: offices.filter((office) => !office.is_branch).map(toChoice),
    years: Array.from({ length: present - since + 1 }, (_, index) => present - index),
  };
}

/** Two units of one name are told apart by the day on which one of them ended. */
const toChoice = ({ id, name, valid_to }: Choice & { valid_to: Day | null }): Choice => ({
  id,
  name: valid_to ? `${name} (đến ${formatDate(valid_to)})` : name,
});

function fieldsOfPlans(db: Reader) {
  return (
    db
      .selectFrom('pilot_field as f')
      .innerJoin('plan as p', 'p.id', 'f.plan_id')
      // no exemplar is in a field of a draft
      .where('p.state', '<>', 'draft')
      .select(['f.id', 'f.name', 'f.plan_id', 'p.number', 'p.period_from'])
      .orderBy('p.period_from', 'desc')
      .orderBy('f.plan_id')
      .orderBy('f.ord')
      .execute()
  );
}

function officesToOffer(db: Reader, actor: Actor, filter: Pick<ExemplarFilter, 'districtId' | 'officeId'>) {
  const hasBelow = sql<boolean>`EXISTS (SELECT 1 FROM office below WHERE below.parent_id = o.id)`;
  // a lead office sees its field everywhere, so it may ask for any place
  const seesEverywhere = seesAll(actor) || actor.grants.some((grant) => grant.role === 'lead');
  const query = db
    .selectFrom('office as o')
    .select(['o.id', 'o.name', 'o.valid_to', hasBelow.as('is_branch')])
    .where('o.parent_id', 'is not', null)
    .orderBy(sql`o.valid_to IS NOT NULL`)
    .orderBy(sql`o.name COLLATE "vi-x-icu"`)
    .orderBy('o.id');
  if (!seesEverywhere) return query.where(withinReach(actor, sql.ref('o.id'), null)).execute();
  return query
    .where((eb) =>
      eb.or([
        eb(sql`cardinality(o.path)`, '=', 2),
        eb(sql`o.path`, '@>', sql`ARRAY[${filter.districtId ?? 0}]::bigint[]`),
        eb('o.id', '=', filter.officeId ?? 0),
      ]),
    )
    .execute();
}
