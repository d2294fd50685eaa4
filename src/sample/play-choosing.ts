import { answerNobody } from '../choosing/answer.ts';
import { applyList } from '../choosing/apply.ts';
import { candidatesOf } from '../choosing/candidates.ts';
import { findField } from '../choosing/field-query.ts';
import { askedOffices, hasAnswered } from '../choosing/offices-asked.ts';
import { prepare } from '../choosing/prepare.ts';
import { type Candidate, type Decision, reasonsAgainst } from '../choosing/rules.ts';
import { setPaper } from '../choosing/set-paper.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { type People, personOf } from './load-people.ts';
import type { LoadedPlan } from './load-plan.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type ChoosingSeed = Seed<'sample/choosing.json'>;
type Wanted = ChoosingSeed['open'];
type ActingOn = (actor: Actor, day: string) => Acting;

/**
 * How two fields choose: what is decided, applied and signed; what is still being prepared; and which offices have said
 * that they have nobody. What a list needs that the candidates have not got is left out of it.
 */
export async function playChoosing(tx: Tx, loaded: { plan: LoadedPlan; people: People }): Promise<void> {
  const seed = await readSeed('sample/choosing.json');
  const hours = new OfficeHours();
  const as: ActingOn = (actor, day) => ({ db: tx, clock: hours.at(day), actor, ip: null, requestKey: null });
  const fieldId = (key: string): number => loaded.plan.fieldIds.get(key) ?? 0;
  await playNobody(tx, as, loaded.people, { ...seed.nobody, fieldId: fieldId(seed.open.field) });
  for (const { paper, ...wanted } of seed.applied) {
    const acting = as(personOf(loaded.people, wanted.by), wanted.on);
    const words = { ...seed.words, override: seed.words.later };
    const listId = await prepareList(tx, acting, fieldId(wanted.field), wanted, words, 'allowed');
    if (listId === null) continue;
    agreed(await setPaper(acting, { listId, version: null, paper }), 'the paper of a list');
    agreed(await applyList(acting, { listId, version: null, onDay: wanted.on }), 'applying a list');
  }
  const { open, words } = seed;
  await prepareList(
    tx,
    as(personOf(loaded.people, open.by), open.on),
    fieldId(open.field),
    open,
    words,
    'any',
  );
}

/** Offices that have proposed nobody say why, but for some that stay silent. */
async function playNobody(
  tx: Tx,
  as: ActingOn,
  people: People,
  { fieldId, on, silent, reasons }: ChoosingSeed['nobody'] & { fieldId: number },
): Promise<void> {
  const open = (await askedOffices(tx, fieldId, on)).filter((office) => !hasAnswered(office));
  for (const [n, office] of open.slice(0, Math.max(0, open.length - silent)).entries()) {
    const officer = [...people.values()].find(({ grants }) =>
      grants.some(({ role, officeId }) => role === 'unit' && officeId === office.id),
    );
    if (!officer) continue;
    const reason = reasons[n % reasons.length] ?? '';
    const answer = { fieldId, officeId: office.id, version: null, reason };
    agreed(await answerNobody(as(officer, on), answer), `the answer of ${office.name}`);
  }
}

/** Prepares a list from the candidates of a field; null when there is none for it. */
async function prepareList(
  tx: Tx,
  acting: Acting,
  fieldId: number,
  wanted: Wanted,
  words: ChoosingSeed['words'],
  who: 'allowed' | 'any',
): Promise<number | null> {
  const field = await findField(tx, acting.actor, fieldId);
  if (!field) throw new Error(`${wanted.by} does not choose in ${wanted.field}`);
  const filter = { tab: 'ung-vien' as const, kind: null, officeId: null, sort: 'de_nghi' as const };
  const left = await candidatesOf(tx, acting.actor, field, filter);
  let listId: number | null = null;
  for (const action of (['choose', 'wait', 'decline'] as const).flatMap((one) =>
    Array<Decision>(wanted[one]).fill(one),
  )) {
    const one = takeOut(left, acting, action, who);
    if (!one) continue;
    const outcome = await prepare(acting, {
      ...{ fieldId, exemplarId: one.exemplar.id, exemplarVersion: null, decisionVersion: null, action },
      ...wordsOf(action, words, reasonsAgainst(action, one, acting.actor).length > 0),
    });
    listId = agreed(outcome, `preparing ${action}`).listId;
  }
  return listId;
}

const wordsOf = (action: Decision, words: ChoosingSeed['words'], passed: boolean) =>
  action === 'choose'
    ? { reason: null, overrideReason: passed ? words.override : null }
    : { reason: words[action], overrideReason: null };

/** The first of those left for whom a decision suits; it is left no more. */
function takeOut(
  left: Candidate[],
  { actor, clock }: Acting,
  action: Decision,
  who: 'allowed' | 'any',
): Candidate | undefined {
  const by = { accountId: actor.accountId, today: clock.today(), who };
  const at = left.findIndex((one) => suits(one, action, by));
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

/** Nothing happens to an exemplar before what happened to it already; what cannot be passed over is left out. */
function suits(
  candidate: Candidate,
  action: Decision,
  { accountId, today, who }: { accountId: number | null; today: string; who: 'allowed' | 'any' },
): boolean {
  const { lastStepOn } = candidate.facts;
  if (lastStepOn !== null && lastStepOn > today) return false;
  const reasons = reasonsAgainst(action, candidate, { accountId });
  return reasons.every(
    // a list that was applied passed over what could be made good later, never over somebody's own word
    ({ rule, mayOverride }) => mayOverride === true && (who === 'any' || rule !== 'voices_open'),
  );
}
