import { UNDER_CARE } from '../exemplars/list-conditions.ts';
import { changeSubjectFacts } from '../exemplars/subject-facts.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import type { Tx } from '../platform/db.ts';
import { addAlias } from '../subjects/alias.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { recordPastAward } from '../subjects/past-award.ts';
import { confirmPastAward } from '../subjects/past-award-confirm.ts';
import { agreed } from './agreed.ts';
import { type People, personOf } from './load-people.ts';
import type { LoadedPlan } from './load-plan.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type Entry = Seed<'sample/subjects.json'>['subjects'][number];

/** A subject of the sample with the officer who writes about it. */
interface Written {
  id: number;
  fullName: string;
  place: string | null;
  writer: Actor;
}

/** Gives some invented subjects other names and awards from before; some are confirmed, one address is corrected. */
export async function playSubjects(tx: Tx, loaded: { plan: LoadedPlan; people: People }): Promise<void> {
  const { subjects, writtenOn, confirmedOn, standing } = await readSeed('sample/subjects.json');
  const hours = new OfficeHours();
  const act = (actor: Actor, day: string): Acting => ({
    ...{ db: tx, clock: hours.at(day), actor, ip: null, requestKey: null },
  });
  const confirming: (() => Promise<void>)[] = [];
  const forms = await formIds(tx);
  for (const entry of subjects) {
    const subject = await subjectOf(tx, loaded, entry);
    // another cast of the sample may have fewer of a kind
    if (!subject) continue;
    const writing = act(subject.writer, writtenOn);
    await addNames(writing, subject, entry);
    for (const award of entry.awards) {
      const item = await writeAward(writing, subject, award, forms);
      const { confirmedBy } = award;
      if (confirmedBy)
        confirming.push(() =>
          confirm(act(personOf(loaded.people, standing), confirmedOn), subject.id, item, confirmedBy),
        );
    }
    if (entry.placeAlso)
      await correctPlace(act(personOf(loaded.people, standing), writtenOn), subject, entry.placeAlso);
  }
  for (const one of confirming) await one();
}

async function addNames(acting: Acting, { id, fullName }: Written, { aliases }: Entry): Promise<void> {
  const given = fullName.split(' ').at(-1) ?? fullName;
  const short = fullName
    .replace(/^Tổ hợp tác/, 'THT')
    .replace(/^Hợp tác xã/, 'HTX')
    .replace(/^Trường/, 'TR.');
  for (const { name, note } of aliases) {
    const written = name.replace('{given}', given).replace('{short}', short);
    // a name that has nothing to shorten is no other name
    if (written !== fullName)
      agreed(await addAlias(acting, { id, version: null, name: written, note }), `other name of ${id}`);
  }
}

async function writeAward(
  acting: Acting,
  { id }: Written,
  award: Entry['awards'][number],
  forms: ReadonlyMap<string, number>,
): Promise<number> {
  const written = await recordPastAward(acting, {
    id,
    version: null,
    awardFormId: award.form === undefined ? null : (forms.get(award.form) ?? null),
    formWords: award.words ?? null,
    number: award.number ?? null,
    decidedOn: award.decidedOn ?? null,
    givenBy: award.givenBy ?? null,
    year: award.year ?? null,
    forWhat: award.forWhat ?? null,
    source: award.source,
  });
  return agreed(written, `award of subject ${id}`).id;
}

const confirm = async (acting: Acting, id: number, awardId: number, confirmedBy: string): Promise<void> =>
  void agreed(
    await confirmPastAward(acting, { id, version: null, awardId, confirmedBy }),
    `confirming award ${awardId}`,
  );

async function correctPlace(acting: Acting, subject: Written, also: string): Promise<void> {
  const { birth_year, position, representative } = await acting.db
    .selectFrom('subject')
    .select(['birth_year', 'position', 'representative'])
    .where('id', '=', subject.id)
    .executeTakeFirstOrThrow();
  const { id, fullName, place } = subject;
  const facts = { kind: null, fullName, birthYear: birth_year, position, representative };
  const written = [place, also].filter(Boolean).join(', ');
  agreed(
    await changeSubjectFacts(acting, { ...facts, id, version: null, place: written }),
    `address of ${id}`,
  );
}

/** The forms of the law that was in force in the years of the sample. */
async function formIds(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('award_form')
    .select(['id', 'name'])
    .where('valid_from', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** The subject of the nth exemplar under care of a field and kind, where an officer of a unit may write about it. */
async function subjectOf(
  tx: Tx,
  { plan, people }: { plan: LoadedPlan; people: People },
  { field, kind, nth }: { field: string; kind: SubjectKind; nth: number },
): Promise<Written | null> {
  const row = await tx
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['s.id', 's.full_name', 's.place', 'o.path'])
    .where('e.field_id', '=', plan.fieldIds.get(field) ?? 0)
    .where('e.subject_kind', '=', kind)
    .where('e.state', 'in', [...UNDER_CARE])
    .where('e.is_sample', '=', true)
    .orderBy('e.id')
    .offset(nth)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const where = { officePath: row.path, leadOfficeId: null };
  const writer = [...people.values()].find((person) => rolesOver(person, where).has('unit'));
  return writer ? { id: row.id, fullName: row.full_name, place: row.place, writer } : null;
}
