import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { changing } from './changing.ts';
import { type ConsentScope, type ConsentWay, SCOPE_NAMES, WAY_NAMES } from './consent-form.ts';
import { type Consent, consentsOf } from './consent-queries.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import { refusalToWork } from './work-rules.ts';

export interface ConsentInput {
  id: number;
  version: number | null;
  scope: ConsentScope;
  how: ConsentWay;
  givenOn: Day;
  note: string | null;
}

/** Records that the subject consents, in one scope. One consent stands in a scope at a time. */
export function giveConsent(acting: Acting, input: ConsentInput): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'consent');
    if (refusal) return refused(refusal);
    const earlier = (await consentsOf(tx, exemplar.id)).filter((one) => one.scope === input.scope);
    const standing = earlier.find((one) => one.withdrawnOn === null);
    if (standing) return refused(alreadyStands(standing));
    const errors = wrongGivenDay(input.givenOn, earlier, acting.clock.today());
    if (errors) return invalid(errors);
    const { scope, how, givenOn, note } = input;
    await tx
      .insertInto('consent')
      .values({
        exemplar_id: exemplar.id,
        scope,
        how,
        given_on: givenOn,
        note,
        recorded_by: acting.actor.accountId,
      })
      .execute();
    await recordConsent(tx, acting, exemplar, 'exemplar.consent_given', {
      'phạm vi': SCOPE_NAMES[scope],
      'ngày đồng ý': formatDate(givenOn),
      'cách đồng ý': WAY_NAMES[how],
      'ghi chú': note,
    });
    return done({ id: exemplar.id });
  });
}

export interface WithdrawalInput {
  id: number;
  version: number | null;
  /** Id of the consent. */
  item: number;
  withdrawnOn: Day;
}

/**
 * Records that the subject takes a consent back; it counts no more from this moment, whatever day is given. Who no
 * longer consents to be listed at all is not shown in public either: the consent to publication ends with it.
 */
export function withdrawConsent(acting: Acting, input: WithdrawalInput): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'consent');
    if (refusal) return refused(refusal);
    const all = await consentsOf(tx, exemplar.id);
    const consent = all.find((one) => one.id === input.item);
    if (!consent) return notFound();
    if (consent.withdrawnOn !== null) return refused(alreadyWithdrawn(consent.withdrawnOn));
    const errors = wrongWithdrawalDay(input.withdrawnOn, consent.givenOn, acting.clock.today());
    if (errors) return invalid(errors);
    const ending = all.filter((one) => one.withdrawnOn === null && endsWith(consent, one));
    await endConsents(tx, ending, input.withdrawnOn);
    await recordConsent(tx, acting, exemplar, 'exemplar.consent_withdrawn', {
      'phạm vi': ending.map((one) => SCOPE_NAMES[one.scope]),
      'ngày rút lại': formatDate(input.withdrawnOn),
    });
    return done({ id: exemplar.id });
  });
}

const endsWith = (withdrawn: Consent, other: Consent): boolean =>
  other.id === withdrawn.id || withdrawn.scope === 'registration';

/** A consent given after that day ends on its own first day: it never stands before it was given. */
async function endConsents(tx: Tx, consents: readonly Consent[], onDay: Day): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawn_on: sql<string>`greatest(given_on, ${onDay}::date)` })
    .where(
      'id',
      'in',
      consents.map((one) => one.id),
    )
    .execute();
}

const alreadyStands = ({ scope, givenOn }: Consent) => ({
  rule: 'consent_stands',
  sentence: `“${SCOPE_NAMES[scope]}” đã được ghi ngày ${formatDate(givenOn)} và vẫn còn hiệu lực; nếu có thay đổi, hãy ghi rút lại trước.`,
});

const alreadyWithdrawn = (on: Day) => ({
  rule: 'consent_already_withdrawn',
  sentence: `Sự đồng ý này đã được rút lại ngày ${formatDate(on)}.`,
});

function wrongGivenDay(givenOn: Day, earlier: readonly Consent[], today: Day): FieldErrors | null {
  if (givenOn > today) return { givenOn: `Ngày đồng ý không được sau hôm nay (${formatDate(today)}).` };
  const last = earlier
    .map((one) => one.withdrawnOn ?? '')
    .toSorted()
    .at(-1);
  return last && givenOn < last
    ? { givenOn: `Ngày đồng ý lại không được trước ngày đã rút lại (${formatDate(last)}).` }
    : null;
}

function wrongWithdrawalDay(on: Day, givenOn: Day, today: Day): FieldErrors | null {
  if (on > today) return { withdrawnOn: `Ngày rút lại không được sau hôm nay (${formatDate(today)}).` };
  return on < givenOn
    ? { withdrawnOn: `Ngày rút lại không được trước ngày đồng ý (${formatDate(givenOn)}).` }
    : null;
}

function recordConsent(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  kind: 'exemplar.consent_given' | 'exemplar.consent_withdrawn',
  after: Record<string, string | string[] | null>,
): Promise<void> {
  return recordChange(tx, acting, exemplar, kind, {
    after,
  });
}
