import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { createSubjects, lockSubjects, removeSubjects } from '../subjects/create-many.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { recordPastAwards, removePastAwards, touchedPastAwards } from '../subjects/past-award-many.ts';
import { whyNotRemoveSubjects } from '../subjects/why-not-remove.ts';
import { formatDate } from '../ui/format.ts';
import { AWARD_FIELDS } from './award-fields.ts';
import { judgeAward } from './award-judge.ts';
import { awardValue, isSameAward } from './award-value.ts';
import { SETTING } from './exemplar-world.ts';
import { subjectsOfRows } from './subjects-of-rows.ts';
import type { ImportTarget, Value } from './target.ts';

/** Lists of people, households and collectives with awards that they have already. */
export const awardTarget: ImportTarget = {
  key: 'past-awards',
  name: 'Khen thưởng đã có',
  about: 'Mỗi dòng là một khen thưởng mà cá nhân, tập thể hoặc hộ gia đình đã có từ trước.',
  templateName: 'Mẫu Excel: khen thưởng đã có',
  fields: AWARD_FIELDS,
  settings: async () => [
    {
      name: SETTING.kind,
      label: 'Loại, khi dòng và tên không nói rõ',
      placeholder: null,
      options: SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] })),
      value: 'individual',
    },
    {
      name: SETTING.names,
      label: 'Tên viết hoa toàn bộ',
      placeholder: null,
      options: [
        { value: 'proper', label: 'Ghi lại thành “Nguyễn Văn Ba”' },
        { value: 'keep', label: 'Giữ như trong tệp' },
      ],
      value: 'proper',
    },
  ],
  async judging(db, _actor, today, settings) {
    const forms = await db
      .selectFrom('award_form')
      .select(['id', 'name'])
      .orderBy('rank')
      .orderBy('id')
      .execute();
    const kind = SUBJECT_KINDS.find((one) => one === settings[SETTING.kind]) ?? null;
    const world = { today, forms, kind, properCase: settings[SETTING.names] !== 'keep' };
    return { judge: (row) => judgeAward(world, row) };
  },
  writtenAlready,
  writesSame: (one, other) =>
    isSameAward(awardValue(one).award, awardValue(other).award) ? 'khen thưởng này' : null,
  async whyNotWrite(_tx, _acting, rows) {
    const nobody = rows.filter(
      ({ value, subjectId, joins }) => subjectId === null && joins === null && awardValue(value).onlyKnown,
    );
    return nobody.slice(0, 5).map(({ no, value }) => ({
      rule: 'nobody',
      sentence: `Dòng ${no}: ${awardValue(value).onlyKnown}`,
    }));
  },
  async write(tx, acting, batch, rows) {
    await lockSubjects(
      tx,
      rows.flatMap(({ subjectId }) => subjectId ?? []),
    );
    const subjects = await subjectsOfRows(
      rows,
      (fresh) => createSubjects(tx, fresh, batch.isSample),
      (value) => awardValue(value).subject,
    );
    const awards = rows.map(({ value, subjectId }, n) => {
      const { award, formName } = awardValue(value);
      return { ...award, formName, subjectId: subjects[n] ?? 0, known: subjectId !== null };
    });
    const ids = await recordPastAwards(tx, acting, awards, batch);
    return rows.map(({ no }, n) => ({ no, subjectId: subjects[n] ?? 0, thingId: ids[n] ?? 0 }));
  },
  async whyNotUndo(tx, batchId) {
    const { names, count } = await touchedPastAwards(tx, batchId);
    const reasons = await whyNotRemoveSubjects(tx, batchId);
    if (count === 0) return reasons;
    const more = count > names.length ? ` và ${count - names.length} người khác` : '';
    const sentence = `Không hoàn tác được: đã có người sửa khen thưởng của ${names.join(', ')}${more}.`;
    return [{ rule: 'import_touched', sentence }, ...reasons];
  },
  async undo(tx, acting, batch, written, reason) {
    const made = new Set(written.filter(({ isNew }) => isNew).map(({ subjectId }) => subjectId));
    await removePastAwards(tx, acting, batch, made, reason);
    await removeSubjects(tx, [...made]);
  },
  describe(value) {
    const { subject, award, formName } = awardValue(value);
    const about = [
      SUBJECT_KIND_NAMES[subject.kind],
      subject.birthYear === null ? null : `sinh ${subject.birthYear}`,
      subject.place,
      formName ?? award.formWords,
      award.year === null ? null : `năm ${award.year}`,
      award.number === null ? null : `số ${award.number}`,
      award.decidedOn === null ? null : `ngày ${formatDate(award.decidedOn)}`,
      award.givenBy,
      award.forWhat,
    ];
    return { name: subject.fullName, about: about.filter(Boolean).join(' · ') };
  },
  hrefOf: ({ subjectId }) => `/chu-the/${subjectId}`,
};

async function writtenAlready(
  db: Reader,
  pairs: readonly { subjectId: number; value: Value }[],
): Promise<(string | null)[]> {
  const ids = [...new Set(pairs.map(({ subjectId }) => subjectId))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('past_award')
    .select(['subject_id as subjectId', 'award_form_id as awardFormId', 'form_words as formWords', 'year'])
    .select(['number', 'decided_on as decidedOn'])
    .where(sql<boolean>`subject_id = ANY (${ids}::bigint[])`)
    .execute();
  const kept = new Map<number, typeof rows>();
  for (const row of rows) kept.set(row.subjectId, [...(kept.get(row.subjectId) ?? []), row]);
  return pairs.map(({ subjectId, value }) =>
    (kept.get(subjectId) ?? []).some((award) => isSameAward(award, awardValue(value).award))
      ? 'Khen thưởng này đã được ghi: bỏ qua.'
      : null,
  );
}
