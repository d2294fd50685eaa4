import { addAchievement } from '../exemplars/achievements.ts';
import { contentsOfBoth } from '../exemplars/carry-file.ts';
import { offersOf } from '../exemplars/carry-rules.ts';
import { merge } from '../exemplars/commands-merge.ts';
import { findExemplar } from '../exemplars/queries.ts';
import { recordExemplar } from '../exemplars/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { type People, personOf } from './load-people.ts';
import { OfficeHours } from './stage.ts';

const WRITER = 'tdkt.luong';
const RECORDED = addDays(SAMPLE_TODAY, -20);
const MERGED = addDays(SAMPLE_TODAY, -8);

/** Two of the invented exemplars were recorded a second time: the one file is merged into theirs, the other still open. */
export async function playCarry(tx: Tx, { people }: { people: People }): Promise<void> {
  const hours = new OfficeHours();
  const at = (day: string): Acting => ({
    ...{ db: tx, clock: hours.at(day), actor: personOf(people, WRITER), ip: null, requestKey: null },
  });
  const kept = await tx
    .selectFrom('exemplar')
    .select(['id', 'subject_id', 'office_id'])
    .where('is_sample', '=', true)
    .where('state', '=', 'nurtured')
    .where('subject_kind', '=', 'individual')
    .orderBy('id')
    .limit(2)
    .execute();
  for (const [n, { id, subject_id: subjectId, office_id: officeId }] of kept.entries()) {
    const gone = await recordAgain(at(RECORDED), { subjectId, officeId });
    if (n === 0) await mergeAll(at(MERGED), gone, id);
  }
}

async function recordAgain(acting: Acting, of: { subjectId: number; officeId: number }): Promise<number> {
  const { id } = agreed(
    await recordExemplar(acting, {
      ...{ planId: null, fieldId: null, movementId: null, breadth: 'aspect', title: 'Hội viên giỏi (mẫu)' },
      statement: 'Hội viên tiêu biểu của chi hội, nhiều năm giúp hội viên nghèo vay vốn và học nghề (mẫu).',
      novelty: 'Vận động hội viên góp vốn xoay vòng, không lấy lãi (mẫu).',
      origin: 'association',
      sources: ['Hội Nông dân huyện giới thiệu (mẫu)'],
      ...{ sourceNote: null, fieldHint: null, foundOn: RECORDED, isSample: true },
      officeId: of.officeId,
      subject: { id: of.subjectId },
    }),
    'a second file',
  );
  const figure = { measure: null, value: 14, unit: 'hội viên', year: 2017 };
  const statement = 'Giúp 14 hội viên nghèo vay vốn xoay vòng (mẫu)';
  agreed(await addAchievement(acting, { id, item: 0, version: null, statement, ...figure }), 'its figure');
  return id;
}

/** With everything that the kept one lacks. */
async function mergeAll(acting: Acting, goneId: number, keptId: number): Promise<void> {
  const [gone, kept] = await Promise.all(
    [goneId, keptId].map((id) => findExemplar(acting.db, acting.actor, id)),
  );
  if (!gone || !kept) throw new Error('The sample merges what it cannot see');
  const both = await contentsOfBoth(acting.db, gone, kept);
  const offers = [...offersOf(both.gone, both.kept, kept).values()].filter(({ refusal }) => refusal === null);
  const reason = 'Hội và xã cùng ghi một người (mẫu)';
  const ticked = { carry: offers.map(({ key }) => key), intoVersion: kept.version };
  agreed(
    await merge(acting, { id: goneId, intoId: keptId, version: null, reason, ...ticked }),
    'merging two files',
  );
}
