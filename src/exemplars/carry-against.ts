import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import { idsOf, MOVED_KINDS, type MovedKind, printsOf } from './carry-rows.ts';
import type { StoredCarry } from './carry-stored.ts';
import { SCOPE_NAMES } from './consent-form.ts';
import { findExemplar } from './queries.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

/**
 * What stands against giving back what the kept file took over. What cannot be put right afterwards must be cleared away
 * first; the rest may be passed over with a reason.
 */
export async function whyNotBack(db: Reader, actor: Actor, carry: StoredCarry): Promise<Reason[]> {
  const kept = await findExemplar(db, actor, carry.keptId);
  if (!kept) return [OUT_OF_REACH];
  if (kept.mergedIntoId !== null) return [mergedLater(kept.id, kept.mergedIntoId)];
  if (kept.state === 'held' && !kept.roles.has('standing')) return [held(kept.id)];
  const found = await Promise.all([
    ownUseOfEvidence(db, carry),
    consentOfBoth(db, carry),
    decidedSince(db, carry),
    changedSince(db, carry),
    evidenceSince(db, carry),
  ]);
  return found.flatMap((reason) => reason ?? []);
}

const OUT_OF_REACH: Reason = {
  rule: 'kept_out_of_reach',
  sentence:
    'Nội dung của hồ sơ này đã mang sang một hồ sơ ngoài phạm vi của bạn: hãy đề nghị cơ quan thường trực mở lại.',
};
const mergedLater = (keptId: number, intoId: number): Reason => ({
  rule: 'kept_merged_later',
  sentence: `Hồ sơ số ${keptId}, nơi đã nhận nội dung, sau đó được gộp vào hồ sơ số ${intoId}: hãy mở lại hồ sơ số ${keptId} trước.`,
});
const held = (keptId: number): Reason => ({
  rule: 'kept_held',
  sentence: `Hồ sơ số ${keptId}, nơi đã nhận nội dung, đang tạm dừng để xác minh: chỉ cơ quan thường trực lấy lại được.`,
});

/** A gift of the kept file's own was given a piece that came with the merge. */
async function ownUseOfEvidence(db: Reader, { keptId, moved, copies }: StoredCarry): Promise<Reason | null> {
  const pieces = [...idsOf(moved, 'evidence'), ...copies.map(({ to }) => to)];
  const row = await db
    .selectFrom('contribution')
    .select('purpose')
    .where('exemplar_id', '=', keptId)
    .where(sql<boolean>`evidence_id = ANY (${sql.val(pieces)}::bigint[])`)
    .where(sql<boolean>`id <> ALL (${sql.val(idsOf(moved, 'contribution'))}::bigint[])`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        rule: 'evidence_in_use',
        sentence: `Đóng góp “${row.purpose}” của hồ sơ số ${keptId} đang dùng minh chứng đã mang sang: hãy chọn minh chứng khác cho đóng góp ấy trước.`,
      }
    : null;
}

/** A closed file may be given a consent still; two that stand side by side cannot be. */
async function consentOfBoth(db: Reader, { goneId, keptId, moved }: StoredCarry): Promise<Reason | null> {
  const row = await db
    .selectFrom('consent as mine')
    .innerJoin('consent as back', 'back.scope', 'mine.scope')
    .select('mine.scope')
    .where('mine.exemplar_id', '=', goneId)
    .where('mine.withdrawn_on', 'is', null)
    .where('back.exemplar_id', '=', keptId)
    .where('back.withdrawn_on', 'is', null)
    .where(sql<boolean>`back.id = ANY (${sql.val(idsOf(moved, 'consent'))}::bigint[])`)
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        rule: 'consent_of_both',
        sentence: `Sau khi gộp, hồ sơ này đã được ghi thêm “${SCOPE_NAMES[row.scope as keyof typeof SCOPE_NAMES]}”, còn sự đồng ý đã mang sang vẫn đang có hiệu lực: hãy ghi rút một trong hai trước.`,
      }
    : null;
}

const DECISIONS: readonly ExemplarAction[] = ['propose', 'choose', 'recognise', 'honour'];

async function decidedSince(db: Reader, { keptId, lastStepId }: StoredCarry): Promise<Reason | null> {
  const rows = await db
    .selectFrom('exemplar_step')
    .select('action')
    .where('exemplar_id', '=', keptId)
    .where('id', '>', lastStepId)
    .where('action', 'in', [...DECISIONS])
    .orderBy('id')
    .execute();
  if (rows.length === 0) return null;
  const names = rows.map(({ action }) => `“${exemplarWorkflow.actions[action as ExemplarAction].label}”`);
  return {
    rule: 'decided_since',
    sentence: `Sau khi gộp, hồ sơ số ${keptId} đã qua bước ${[...new Set(names)].join(', ')} với cả nội dung đã mang sang.`,
    mayOverride: true,
  };
}

const ROW_NAMES: Record<MovedKind, string> = {
  achievement: 'thành tích',
  contribution: 'đóng góp',
  evidence: 'minh chứng',
  endorsement: 'kết quả suy tôn',
  consent: 'sự đồng ý',
  place: 'vị trí',
};

/** Rows that somebody changed or removed with the kept file: they go back as they are, or not at all. */
async function changedSince(db: Reader, { keptId, moved }: StoredCarry): Promise<Reason | null> {
  const told: string[] = [];
  for (const kind of MOVED_KINDS) {
    const before = moved[kind] ?? {};
    if (Object.keys(before).length === 0) continue;
    const now = await printsOf(db, kind, keptId, idsOf(moved, kind));
    const gone = Object.keys(before).filter((id) => now[id] === undefined).length;
    const changed = Object.keys(before).filter(
      (id) => now[id] !== undefined && now[id] !== before[id],
    ).length;
    if (changed > 0) told.push(`${changed} ${ROW_NAMES[kind]} đã được sửa`);
    if (gone > 0) told.push(`${gone} ${ROW_NAMES[kind]} đã bị bỏ`);
  }
  if (told.length === 0) return null;
  return {
    rule: 'changed_since',
    sentence: `Ở hồ sơ số ${keptId}, ${told.join(', ')} sau khi gộp: mục đã sửa trở về như hiện nay, mục đã bỏ không trở về.`,
    mayOverride: true,
  };
}

/** Evidence that was added for a figure after it had come over stays where it was added. */
async function evidenceSince(db: Reader, { keptId, moved, copies }: StoredCarry): Promise<Reason | null> {
  const known = [...idsOf(moved, 'evidence'), ...copies.map(({ to }) => to)];
  const row = await db
    .selectFrom('evidence')
    .select('title')
    .where('exemplar_id', '=', keptId)
    .where(sql<boolean>`achievement_id = ANY (${sql.val(idsOf(moved, 'achievement'))}::bigint[])`)
    .where(sql<boolean>`id <> ALL (${sql.val(known)}::bigint[])`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        rule: 'evidence_since',
        sentence: `Minh chứng “${row.title}” được thêm cho thành tích đã mang sang: minh chứng ấy ở lại hồ sơ số ${keptId}, không còn gắn với thành tích.`,
        mayOverride: true,
      }
    : null;
}
