import { record } from '../audit/record.ts';
import { changing } from '../exemplars/changing.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { type Acting, ROLE_NAMES } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import {
  type Assisted,
  assistedErrors,
  assistedInWords,
  assistedOf,
  writeAssisted,
} from './assisted-rows.ts';
import { findLead, WORKERS } from './queries.ts';
import { type CodeSource, codeSince, issueCode } from './slip-codes.ts';
import { keepTelephone } from './telephone.ts';

const ASSISTANTS = ['unit', 'lead', 'standing'] as const;

/** Why an actor may not write a file on its subject's behalf or answer the subject; null when they may. */
export function refusalToAssist({ roles }: Pick<ExemplarInView, 'roles'>): Reason | null {
  if (ASSISTANTS.some((role) => roles.has(role))) return null;
  return {
    rule: 'wrong_role',
    sentence: `Việc ghi hộ và trả lời người có tên trong hồ sơ do ${ASSISTANTS.map((role) => ROLE_NAMES[role]).join(', ')} phụ trách hồ sơ thực hiện.`,
  };
}

/** What the slip of a code is made from. */
export interface Slip {
  id: number;
  turn: number;
}

/**
 * Marks a file as written on behalf of its subject, for ever, and gives the subject a code. Wrong input comes back under
 * `confirmedOn`.
 */
export function assistExemplar(
  acting: Acting,
  input: {
    id: number;
    version: number | null;
    assisted: Assisted;
    telephone: string | null;
    code: CodeSource;
  },
): Promise<Outcome<Slip>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToAssist(exemplar);
    if (refusal) return refused(refusal);
    if (await assistedOf(tx, { exemplarId: exemplar.id })) return refused(MARKED);
    const today = acting.clock.today();
    const errors = assistedErrors(input.assisted, today);
    if (Object.keys(errors).length > 0) return invalid(errors);
    await writeAssisted(tx, acting, { exemplarId: exemplar.id }, 'subject', input.assisted);
    await keepTelephone(tx, exemplar.officeId, input.telephone);
    const by = { accountId: acting.actor.accountId, today };
    const turn = await issueCode(tx, { kind: 'exemplar', id: exemplar.id }, input.code, by);
    await record(tx, acting, {
      kind: 'exemplar.assisted',
      thingId: exemplar.id,
      thingVersion: exemplar.version + 1,
      officeId: exemplar.officeId,
      after: assistedInWords('subject', input.assisted),
    });
    return done({ id: exemplar.id, turn });
  });
}

/** Gives a new code for a lost slip of an exemplar; the one before opens nothing any more. */
export function replaceExemplarCode(
  acting: Acting,
  input: { id: number; version: number | null; reason: string; code: CodeSource },
): Promise<Outcome<Slip>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToAssist(exemplar);
    if (refusal) return refused(refusal);
    if (!(await codeSince(tx, { kind: 'exemplar', id: exemplar.id }))) return refused(NO_SLIP);
    const by = { accountId: acting.actor.accountId, today: acting.clock.today() };
    const turn = await issueCode(tx, { kind: 'exemplar', id: exemplar.id }, input.code, by);
    await record(tx, acting, {
      kind: 'exemplar.code_replaced',
      thingId: exemplar.id,
      thingVersion: exemplar.version + 1,
      officeId: exemplar.officeId,
      reason: input.reason,
    });
    return done({ id: exemplar.id, turn });
  });
}

/** The same for a lead that was typed at a desk: there the officer has seen whose it is. */
export function replaceLeadCode(
  acting: Acting,
  input: { id: number; version: number | null; reason: string; code: CodeSource },
): Promise<Outcome<Slip>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const { id, version, reason } = input;
    await tx.selectFrom('lead').select('id').where('id', '=', id).forUpdate().execute();
    const lead = await findLead(tx, acting.actor, id);
    if (!lead) return notFound();
    if (version !== null && version !== lead.version) return stale(lead.version);
    if (!WORKERS.some((role) => lead.roles.has(role))) return refused(NOT_WORKER);
    if (lead.cameBy !== 'desk') return refused(NOT_TYPED);
    const by = { accountId: acting.actor.accountId, today: acting.clock.today() };
    const turn = await issueCode(tx, { kind: 'lead', id }, input.code, by);
    await tx
      .updateTable('lead')
      .set({ version: lead.version + 1 })
      .where('id', '=', id)
      .execute();
    await record(tx, acting, {
      kind: 'lead.code_replaced',
      thingId: id,
      thingVersion: lead.version + 1,
      officeId: lead.officeId,
      reason,
    });
    return done({ id, turn });
  });
}

const MARKED = {
  rule: 'assisted_already',
  sentence: 'Hồ sơ này đã được ghi là ghi hộ; nếu mất phiếu, hãy cấp lại mã.',
};
const NO_SLIP = { rule: 'no_slip', sentence: 'Hồ sơ này chưa có phiếu: hãy ghi là hồ sơ ghi hộ trước.' };
const NOT_WORKER = {
  rule: 'wrong_role',
  sentence: 'Việc cấp lại mã do đơn vị phụ trách hoặc cơ quan thường trực thực hiện.',
};
const NOT_TYPED = {
  rule: 'not_typed',
  sentence:
    'Chỉ cấp lại mã cho lời giới thiệu ghi hộ: của lời gửi qua trang công khai không biết ai là người giữ mã.',
};
