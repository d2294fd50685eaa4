import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import {
  done,
  type FieldErrors,
  invalid,
  notFound,
  type Outcome,
  refused,
  stale,
} from '../platform/outcome.ts';
import { loadCandidates } from './candidates.ts';
import { choosingIn, nextListVersion, openList } from './changing-list.ts';
import { decisionsOf } from './lists.ts';
import { type Candidate, DECISION_NAMES, type Decision, reasonsAgainst, refusalToPrepare } from './rules.ts';

export interface DecisionInput {
  exemplarId: number;
  /** Version of the exemplar that was looked at; null does not ask. */
  exemplarVersion: number | null;
  /** Version of the decision that is written anew; null: there was none when the form was opened. */
  decisionVersion: number | null;
  action: Decision;
  reason: string | null;
  overrideReason: string | null;
}

/** More than this is no list that somebody reads. */
const MOST_PREPARED = 300;

/**
 * Prepares a decision on one candidate, in the open list of its field. Nothing happens to the exemplar before the list is
 * applied; rules that may still be put right stop nobody here. Wrong input comes back under `reason`.
 */
export function prepare(
  acting: Acting,
  input: DecisionInput & { fieldId: number },
): Promise<Outcome<{ listId: number }>> {
  return choosingIn(acting, input.fieldId, async (tx, field) => {
    const candidate = (await loadCandidates(tx, acting.actor, field, [input.exemplarId])).get(
      input.exemplarId,
    );
    if (!candidate) return notFound();
    const { version } = candidate.exemplar;
    if (input.exemplarVersion !== null && input.exemplarVersion !== version) return stale(version);
    const list = await openList(tx, acting, field);
    const kept = await tx
      .selectFrom('prepared_decision')
      .select('version')
      .where('list_id', '=', list.id)
      .where('exemplar_id', '=', input.exemplarId)
      .executeTakeFirst();
    if ((kept?.version ?? null) !== input.decisionVersion) return stale(kept?.version ?? version);
    return writeAll(tx, acting, list, [{ candidate, ...input }]);
  });
}

/** The same for several at once, with one reason: all or none. Whoever has a decision already is not written over. */
export function prepareMarked(
  acting: Acting,
  input: { fieldId: number; ids: readonly number[]; action: Decision; reason: string | null },
): Promise<Outcome<{ listId: number }>> {
  return choosingIn(acting, input.fieldId, async (tx, field) => {
    if (input.ids.length === 0) {
      return refused({ rule: 'nothing_chosen', sentence: 'Hãy đánh dấu ít nhất một hồ sơ.' });
    }
    const found = await loadCandidates(tx, acting.actor, field, input.ids);
    if (input.ids.some((id) => !found.has(id))) return notFound();
    const list = await openList(tx, acting, field);
    const there = new Set((await decisionsOf(tx, list.id)).map(({ exemplarId }) => exemplarId));
    const candidates = [...found.values()];
    const twice = candidates.filter(({ exemplar }) => there.has(exemplar.id));
    if (twice.length > 0) {
      return refused({
        rule: 'prepared_already',
        sentence: `Đã có quyết định chuẩn bị cho ${twice.map(nameOf).join(', ')}: hãy bỏ đánh dấu, hoặc mở từng hồ sơ để sửa.`,
      });
    }
    const { action, reason } = input;
    return writeAll(
      tx,
      acting,
      list,
      candidates.map((candidate) => ({ candidate, action, reason, overrideReason: null })),
    );
  });
}

interface Written extends Pick<DecisionInput, 'action' | 'reason' | 'overrideReason'> {
  candidate: Candidate;
}

const nameOf = ({ exemplar }: Candidate): string => exemplar.subject.fullName;

async function writeAll(
  tx: Tx,
  acting: Acting,
  list: { id: number; version: number },
  written: readonly Written[],
): Promise<Outcome<{ listId: number }>> {
  for (const one of written) {
    const refusal = whyNot(acting, one);
    if (refusal) return refusal;
  }
  await writeRows(tx, acting, list.id, written);
  const { count } = await tx
    .selectFrom('prepared_decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('list_id', '=', list.id)
    .executeTakeFirstOrThrow();
  if (count > MOST_PREPARED) {
    const sentence = `Mỗi danh sách không quá ${MOST_PREPARED} quyết định; hãy áp dụng danh sách này trước.`;
    return refused({ rule: 'list_full', sentence });
  }
  await nextListVersion(tx, list.id);
  await record(tx, acting, {
    kind: 'decision_list.prepared',
    thingId: list.id,
    thingVersion: list.version + 1,
    officeId: written[0]?.candidate.exemplar.leadOfficeId ?? null,
    after: {
      'Quyết định': written.map((one) => `${nameOf(one.candidate)}: ${DECISION_NAMES[one.action]}`),
      'Lý do bỏ qua điều kiện': written[0]?.overrideReason ?? null,
    },
    reason: written[0]?.reason ?? null,
  });
  return done({ listId: list.id });
}

function whyNot(acting: Acting, one: Written): Outcome<never> | null {
  const by = { accountId: acting.actor.accountId };
  const never = refusalToPrepare(reasonsAgainst(one.action, one.candidate, by));
  if (never.length > 0) {
    return refused(
      ...never.map((reason) => ({ ...reason, sentence: `${nameOf(one.candidate)}: ${reason.sentence}` })),
    );
  }
  const errors = inputErrors(one);
  return errors ? invalid(errors) : null;
}

const MOST_LETTERS = 2_000;
const TOO_LONG = 'Lý do dài quá 2.000 ký tự; hãy viết gọn lại.';

function inputErrors({ action, reason, overrideReason }: Written): FieldErrors | null {
  const errors: FieldErrors = {};
  if (action !== 'choose' && !reason) errors.reason = 'Hãy ghi lý do; đơn vị đã đề nghị sẽ đọc.';
  if ((reason?.length ?? 0) > MOST_LETTERS) errors.reason = TOO_LONG;
  if ((overrideReason?.length ?? 0) > MOST_LETTERS) errors.overrideReason = TOO_LONG;
  return Object.keys(errors).length > 0 ? errors : null;
}

async function writeRows(tx: Tx, acting: Acting, listId: number, written: readonly Written[]): Promise<void> {
  const rows = written.map(({ candidate, action, reason, overrideReason }) => ({
    list_id: listId,
    exemplar_id: candidate.exemplar.id,
    action,
    reason,
    override_reason: action === 'choose' ? overrideReason : null,
    seen_version: candidate.exemplar.version,
    prepared_by: acting.actor.accountId,
    prepared_on: acting.clock.today(),
  }));
  await tx
    .insertInto('prepared_decision')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['list_id', 'exemplar_id']).doUpdateSet((eb) => ({
        action: eb.ref('excluded.action'),
        reason: eb.ref('excluded.reason'),
        override_reason: eb.ref('excluded.override_reason'),
        seen_version: eb.ref('excluded.seen_version'),
        prepared_by: eb.ref('excluded.prepared_by'),
        prepared_on: eb.ref('excluded.prepared_on'),
        version: sql<number>`prepared_decision.version + 1`,
      })),
    )
    .execute();
}
