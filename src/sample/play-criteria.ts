import { readAnswer } from '../criteria/answer.ts';
import { isGroup } from '../criteria/rule.ts';
import { assessExemplar } from '../exemplars/assessment.ts';
import { criteriaAsked } from '../exemplars/assessment-queries.ts';
import { findExemplar } from '../exemplars/queries.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { loadCriteriaSeed } from './load-criteria.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type Played = Seed<'sample/criteria.json'>['assessments'][number];

/**
 * An invented set with every kind of criterion, and what lead officers answered to it and to the criteria of nông thôn
 * mới beside the sets of their fields: met, open with points still to come, open for want of a group or a norm, out.
 */
export async function playCriteria(
  tx: Tx,
  loaded: { people: People; plan: { fieldIds: ReadonlyMap<string, number> } },
): Promise<void> {
  const { assessments, ...seed } = await readSeed('sample/criteria.json');
  await loadCriteriaSeed(tx, seed, true);
  const hours = new OfficeHours();
  const taken = new Set<number>();
  for (const played of assessments) {
    const actor = personOf(loaded.people, played.by);
    const acting: Acting = { db: tx, clock: hours.at(played.on), actor, ip: null, requestKey: null };
    const id = await candidate(tx, loaded.plan.fieldIds, played, taken);
    if (id === null) throw new Error(`Nobody in the sample to be assessed by ${nameOf(played)}`);
    taken.add(id);
    await assess(tx, acting, id, played);
  }
}

const OPEN = ['proposed', 'waiting'] as const;
const CHOSEN = ['nurtured', 'recognised', 'honoured'] as const;

const nameOf = ({ set }: Played): string => set ?? 'the set of the field';

/** The next exemplar of the field whose kind of subject the set takes, chosen or waiting to be. */
async function candidate(
  tx: Tx,
  fieldIds: ReadonlyMap<string, number>,
  { set, on }: Played,
  taken: ReadonlySet<number>,
): Promise<number | null> {
  const field = fieldIds.get(set === 'ntm-2016' ? 'ntm' : 'kinh-te-ho') ?? 0;
  const kind = set === 'ntm-2016' ? 'collective' : 'household';
  const rows = await tx
    .selectFrom('exemplar')
    .select('id')
    .where('field_id', '=', field)
    .where('subject_kind', '=', kind)
    .where('state', 'in', set === null ? OPEN : [...OPEN, ...CHOSEN])
    .where(({ not, exists, selectFrom }) =>
      // nothing happens to an exemplar before what happened to it already
      not(
        exists(
          selectFrom('exemplar_step')
            .select('id')
            .whereRef('exemplar_step.exemplar_id', '=', 'exemplar.id')
            .where('on_day', '>', on),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.find(({ id }) => !taken.has(id))?.id ?? null;
}

async function assess(tx: Tx, acting: Acting, id: number, played: Played): Promise<void> {
  const setId = played.set === null ? null : await setOf(tx, played.set);
  const exemplar = await findExemplar(tx, acting.actor, id);
  const asked = exemplar && (await criteriaAsked(tx, exemplar, played.on, setId));
  if (!asked) throw new Error(`The sample cannot assess ${id} by ${nameOf(played)}`);
  const single = asked.criteria.filter(({ rule }) => !isGroup(rule.kind));
  const answers = new Map(single.map((criterion, n) => [criterion.id, readAnswer(played.answers[n])]));
  agreed(
    await assessExemplar(acting, { id, version: null, answers, groups: played.groups, setId }),
    `assessment by ${nameOf(played)}`,
  );
}

async function setOf(tx: Tx, seedKey: string): Promise<number> {
  const { id } = await tx
    .selectFrom('criteria_set')
    .select('id')
    .where('seed_key', '=', seedKey)
    .executeTakeFirstOrThrow();
  return id;
}
