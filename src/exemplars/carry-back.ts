import { sql } from 'kysely';
import { type AuditFields, record } from '../audit/record.ts';
import { linkEvidence, unlinkLeaving } from '../evidence/carry.ts';
import { dropEvidence } from '../evidence/keep.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { FACT_COLUMNS } from './carry.ts';
import { hasOnly, idsOf, MOVED_KINDS, moveRows, printsOf } from './carry-rows.ts';
import type { StoredCarry } from './carry-stored.ts';
import { nextVersion } from './changing.ts';
import type { ExemplarInView } from './queries.ts';

/**
 * Gives back what the kept file took over: exactly the rows that moved, as far as they are still there; facts and sources
 * that nobody changed since are taken off again. The caller holds the locks of both and has asked what stands against it.
 */
export async function carryBack(
  tx: Tx,
  acting: Acting,
  carry: StoredCarry,
  { gone, kept }: { gone: ExemplarInView; kept: ExemplarInView },
): Promise<AuditFields> {
  const { moved } = carry;
  const way = { fromId: kept.id, toId: gone.id };
  // as far as they are still there
  const figures = Object.keys(await printsOf(tx, 'achievement', kept.id, idsOf(moved, 'achievement'))).map(
    Number,
  );
  for (const kind of MOVED_KINDS) {
    if (kind === 'endorsement' || kind === 'place') {
      if (hasOnly(moved, kind)) await moveRows(tx, kind, [], way);
    } else await moveRows(tx, kind, idsOf(moved, kind), way);
  }
  await takeCopiesBack(tx, carry, figures);
  await unlinkLeaving(tx, kept.id, figures);
  await letGoOfForeign(tx, gone.id);
  await takeFactsBack(tx, carry, gone, kept);
  await tx
    .updateTable('exemplar_carry')
    .set({ undone_on: acting.clock.today(), undone_by: acting.actor.accountId })
    .where('id', '=', carry.id)
    .execute();
  await nextVersion(tx, acting, kept.id);
  const words = backInWords(carry);
  await record(tx, acting, {
    kind: 'exemplar.carried_back',
    thingId: kept.id,
    thingVersion: kept.version + 1,
    officeId: kept.officeId,
    after: { 'cho hồ sơ số': gone.id, 'đã trả': words },
  });
  return { 'đã nhận lại': words };
}

/** What goes back uses the piece that was left behind again; the copy is taken away. */
async function takeCopiesBack(
  tx: Tx,
  { goneId, keptId, copies }: StoredCarry,
  figures: readonly number[],
): Promise<void> {
  for (const { from, to, achievementWas } of copies) {
    await tx
      .updateTable('contribution')
      .set({ evidence_id: from })
      .where('exemplar_id', '=', goneId)
      .where('evidence_id', '=', to)
      .execute();
    await dropEvidence(tx, keptId, to);
    if (achievementWas !== null && figures.includes(achievementWas))
      await linkEvidence(tx, { id: from, exemplarId: goneId }, achievementWas);
  }
}

/** A gift that was given a piece of the kept file's own meanwhile leaves that piece there. */
async function letGoOfForeign(tx: Tx, goneId: number): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({ evidence_id: null })
    .where('exemplar_id', '=', goneId)
    .where(
      sql<boolean>`EXISTS (SELECT FROM evidence v WHERE v.id = contribution.evidence_id AND v.exemplar_id <> ${goneId})`,
    )
    .execute();
}

/** The closed file has had its facts all the time. */
async function takeFactsBack(
  tx: Tx,
  carry: StoredCarry,
  gone: ExemplarInView,
  kept: ExemplarInView,
): Promise<void> {
  const unchanged = carry.facts.filter((fact) => kept[fact] === gone[fact]);
  const cleared = Object.fromEntries(unchanged.map((fact) => [FACT_COLUMNS[fact], null]));
  const sources = kept.sources.filter((source) => !carry.sources.includes(source));
  await tx
    .updateTable('exemplar')
    .set({ ...cleared, sources })
    .where('id', '=', kept.id)
    .execute();
}

const NAMES: Record<(typeof MOVED_KINDS)[number], string> = {
  achievement: 'thành tích',
  contribution: 'đóng góp',
  evidence: 'minh chứng',
  endorsement: 'kết quả suy tôn',
  consent: 'sự đồng ý',
  place: 'vị trí',
};

/** What the record holds, in words. */
export function backInWords({ facts, sources, moved, copies }: StoredCarry): string {
  const counted: [number, string][] = [
    [facts.length, 'thông tin đăng ký'],
    [sources.length, 'nguồn'],
    ...MOVED_KINDS.map((kind): [number, string] => [
      Object.keys(moved[kind] ?? {}).length + (kind === 'evidence' ? copies.length : 0),
      NAMES[kind],
    ]),
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(', ');
}
