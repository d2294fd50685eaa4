import { recordExemplar } from '../exemplars/record.ts';
import { SUBJECT_BELONGINGS } from '../exemplars/subject-belongings.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { mergeSubjects } from '../subjects/merge.ts';
import type { MergedFact, Side } from '../subjects/merge-rules.ts';
import { searchSome } from '../subjects/pairs-search.ts';
import { unmergeSubjects } from '../subjects/unmerge.ts';
import { agreed } from './agreed.ts';
import { SAMPLE_TODAY } from './days.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type Pair = Seed<'sample/merges.json'>['pairs'][number];

interface Stage {
  tx: Tx;
  offices: OfficeIds;
  as(username: string, day: string): Acting;
}

/** Some are written down twice; a pair is merged, one is merged by mistake and parted again; then all are searched. */
export async function playMerges(tx: Tx, loaded: { offices: OfficeIds; people: People }): Promise<void> {
  const { pairs } = await readSeed('sample/merges.json');
  const hours = new OfficeHours();
  const stage: Stage = {
    tx,
    offices: loaded.offices,
    as: (username, day) => ({
      ...{ db: tx, clock: hours.at(day), ip: null, requestKey: null },
      actor: personOf(loaded.people, username),
    }),
  };
  for (const pair of pairs) await playPair(stage, pair);
  while (!(await searchSome(tx, SAMPLE_TODAY, SEARCHED_AT_ONCE)).complete);
}

const SEARCHED_AT_ONCE = 200;

async function playPair(stage: Stage, { one, other, merge, undo }: Pair): Promise<void> {
  const keptId = await writeDown(stage, one);
  const goneId = await writeDown(stage, other);
  if (!merge) return;
  const side = (fact: MergedFact): Side => (merge.take.includes(fact) ? 'gone' : 'kept');
  const merged = await mergeSubjects(stage.as(merge.by, merge.on), SUBJECT_BELONGINGS, {
    ...{ keptId, goneId, keptVersion: 1, goneVersion: 1, reason: merge.reason, overrideReason: null },
    choice: {
      fullName: side('fullName'),
      birthYear: side('birthYear'),
      place: side('place'),
      position: side('position'),
      representative: side('representative'),
    },
  });
  const { mergeId } = agreed(merged, `gộp “${one.name}”`);
  if (!undo) return;
  const { by, on, reason, apart } = undo;
  const input = { mergeId, version: null, reason, overrideReason: null, apart };
  agreed(await unmergeSubjects(stage.as(by, on), SUBJECT_BELONGINGS, input), `tách “${one.name}”`);
}

/** Answers the number of the subject. */
async function writeDown({ tx, offices, as }: Stage, written: Pair['one']): Promise<number> {
  const { by, on, office, kind, name, birthYear, place, position, what } = written;
  const recorded = await recordExemplar(as(by, on), {
    officeId: idOf(offices, office),
    subject: { kind, fullName: name, birthYear, place, position, representative: null },
    ...{ planId: null, fieldId: null, movementId: null, breadth: null, title: null, statement: what },
    ...{ origin: 'office', sources: [], sourceNote: null, fieldHint: null, foundOn: on, isSample: true },
  });
  const { id } = agreed(recorded, `ghi “${name}”`);
  const { subject_id } = await tx
    .selectFrom('exemplar')
    .select('subject_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return subject_id;
}
