import { createHash } from 'node:crypto';
import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { type Assisted, assistedErrors, assistedInWords, writeAssisted } from './assisted-rows.ts';
import { keeperOf } from './places.ts';
import { WORKERS } from './queries.ts';
import { suspicionsOf } from './rules.ts';
import { type CodeSource, issueCode } from './slip-codes.ts';
import { keepTelephone } from './telephone.ts';

/** What somebody says of whom they propose. */
export interface Proposal {
  kind: SubjectKind | null;
  fullName: string;
  placeId: number | null;
  placeWords: string | null;
  what: string;
  links: string[];
  /** A telephone number or an e-mail address; erased some days after the end. */
  reachedBy: string | null;
}

export interface Received {
  id: number;
  /** With the key of the form it brings the code again. */
  turn: number;
}

interface Making {
  code: CodeSource;
  isSample?: boolean;
}

/** Takes in what a citizen proposes through the portal. What looks like rubbish is kept apart, never lost. */
export function receiveLead(
  acting: Acting,
  input: Proposal & Making & { trap: string },
): Promise<Outcome<Received>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const keeper = await keeperOf(tx, input.placeId, acting.clock.today());
    if (!keeper) return refused(NOBODY);
    const { trap, fullName, what, links } = input;
    const sameBefore = await cameBefore(tx, input);
    const suspicions = suspicionsOf({ trap, fullName, what, links, sameBefore });
    const id = await write(tx, acting, input, { ...keeper, suspicions, cameBy: 'portal' });
    if (input.reachedBy) await keepContact(tx, id, null, input.reachedBy);
    const turn = await issueCode(tx, { kind: 'lead', id }, input.code, by(acting));
    await record(tx, acting, {
      kind: 'lead.received',
      thingId: id,
      thingVersion: 1,
      officeId: keeper.officeId,
      after: inWords(input, suspicions),
    });
    return done({ id, turn });
  });
}

/** Types in at a desk or by telephone what somebody without account or e-mail proposes. */
export function typeLead(
  acting: Acting,
  input: Proposal & Making & { assisted: Assisted; proposerName: string | null; telephone: string | null },
): Promise<Outcome<Received>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const today = acting.clock.today();
    const keeper = await keeperOf(tx, input.placeId, today);
    if (!keeper) return refused(NOBODY);
    const { path } = await tx
      .selectFrom('office')
      .select('path')
      .where('id', '=', keeper.officeId)
      .executeTakeFirstOrThrow();
    const roles = rolesOver(acting.actor, { officePath: path, leadOfficeId: null });
    // an officer of a lead office takes down what they are told wherever it lies, and the office there goes on with it
    const takesDown = acting.actor.grants.some(({ role }) => role === 'lead');
    if (!takesDown && !WORKERS.some((role) => roles.has(role))) {
      return invalid({ placeId: 'Nơi này ngoài phạm vi của bạn: hãy chọn nơi thuộc đơn vị bạn phụ trách.' });
    }
    const errors = assistedErrors(input.assisted, today);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const id = await write(tx, acting, input, { ...keeper, suspicions: [], cameBy: 'desk' });
    await writeAssisted(tx, acting, { leadId: id }, 'proposer', input.assisted);
    await keepTelephone(tx, keeper.officeId, input.telephone);
    if (input.reachedBy || input.proposerName) await keepContact(tx, id, input.proposerName, input.reachedBy);
    const turn = await issueCode(tx, { kind: 'lead', id }, input.code, by(acting));
    await record(tx, acting, {
      kind: 'lead.typed',
      thingId: id,
      thingVersion: 1,
      officeId: keeper.officeId,
      after: { ...inWords(input, []), ...assistedInWords('proposer', input.assisted) },
    });
    return done({ id, turn });
  });
}

const by = ({ actor, clock }: Acting) => ({ accountId: actor.accountId, today: clock.today() });

/** The same words of the same person, whatever their case and spaces. */
function hashOfWords({ fullName, what }: Proposal): Buffer {
  const words = `${fullName}\n${what}`.toLowerCase().replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest();
}

async function cameBefore(tx: Tx, input: Proposal): Promise<boolean> {
  const row = await tx
    .selectFrom('lead')
    .select('id')
    .where('words_hash', '=', hashOfWords(input))
    .where('state', 'in', ['received', 'asked', 'verified', 'quarantined'])
    .executeTakeFirst();
  return row !== undefined;
}

async function write(
  tx: Tx,
  acting: Acting,
  input: Proposal & Making,
  how: { officeId: number; placeId: number | null; suspicions: string[]; cameBy: 'portal' | 'desk' },
): Promise<number> {
  const today = acting.clock.today();
  const { id } = await tx
    .insertInto('lead')
    .values({
      state: how.suspicions.length > 0 ? 'quarantined' : 'received',
      kind: input.kind,
      full_name: input.fullName,
      place_office_id: how.placeId,
      place_words: input.placeWords,
      what: input.what,
      links: [...input.links],
      came_by: how.cameBy,
      office_id: how.officeId,
      received_on: today,
      moved_on: today,
      suspicions: how.suspicions,
      words_hash: hashOfWords(input),
      is_sample: input.isSample ?? false,
      updated_at: acting.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function keepContact(
  tx: Tx,
  leadId: number,
  name: string | null,
  reachedBy: string | null,
): Promise<void> {
  await tx.insertInto('lead_contact').values({ lead_id: leadId, name, reached_by: reachedBy }).execute();
}

/** Nothing of the proposer gets into the history, which is never erased. */
const inWords = (input: Proposal, suspicions: readonly string[]) => ({
  'được giới thiệu': input.fullName,
  'loại chủ thể': input.kind && SUBJECT_KIND_NAMES[input.kind],
  'nghi rác vì': [...suspicions],
});

const NOBODY = {
  rule: 'nobody_answers',
  sentence:
    'Chương trình chưa có cơ quan thường trực nên chưa nhận được lời giới thiệu. Hãy liên hệ UBND xã.',
};
