import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../platform/outcome.ts';
import { type Judgements, offeredActions, tryStep, type Workflow } from './table.ts';

type State = 'draft' | 'sent' | 'held' | 'done';
type Action = 'send' | 'accept' | 'hold' | 'resume';
type Role = 'writer' | 'chief' | 'guest';
type Guard = 'complete' | 'agreed';

/** A letter: written, sent, accepted by the chief alone or by a writer whom all agree with; it may be held. */
const letters: Workflow<State, Action, Role, Guard> = {
  states: {
    draft: { name: 'bản thảo', publicName: null, tone: 'neutral' },
    sent: { name: 'đã gửi', publicName: null, tone: 'progress' },
    held: { name: 'tạm dừng', publicName: null, tone: 'warn' },
    done: { name: 'đã nhận', publicName: 'đã nhận', tone: 'good' },
  },
  actions: {
    send: { label: 'Gửi', reason: 'none', kind: 'primary' },
    accept: { label: 'Nhận', reason: 'none', kind: 'primary' },
    hold: { label: 'Tạm dừng', reason: 'required', kind: 'danger' },
    resume: { label: 'Cho tiếp tục', reason: 'required', kind: 'secondary' },
  },
  steps: [
    { action: 'send', from: ['draft'], to: 'sent', who: ['writer'], must: ['complete'] },
    { action: 'accept', from: ['sent'], to: 'done', who: ['chief'], must: ['complete'] },
    { action: 'accept', from: ['sent'], to: 'done', who: ['writer'], must: ['complete', 'agreed'] },
    { action: 'hold', from: ['draft', 'sent'], to: 'held', who: ['chief'], must: [] },
    { action: 'resume', from: ['held'], to: 'before_hold', who: ['chief'], must: [] },
  ],
};
const NAMES: Record<Role, string> = { writer: 'Người viết', chief: 'Trưởng phòng', guest: 'Khách' };
const INCOMPLETE: Reason = { rule: 'complete', sentence: 'Thư chưa có chữ ký.' };
const NOT_AGREED: Reason = { rule: 'agreed', sentence: 'Chưa được nhất trí.', mayOverride: true };
const FINE: Judgements<Guard> = { complete: null, agreed: null };

interface Try {
  state?: State;
  action?: Action;
  roles?: Role[];
  judgements?: Partial<Judgements<Guard>>;
  overrideReason?: string | null;
}
const attempt = ({
  state = 'sent',
  action = 'accept',
  roles = ['writer'],
  judgements,
  overrideReason = null,
}: Try) =>
  tryStep(letters, NAMES, {
    state,
    action,
    roles: new Set(roles),
    judgements: { ...FINE, ...judgements },
    overrideReason,
  });

describe('a step', () => {
  it('is allowed where the table has it, to who may, when all holds', () => {
    expect(attempt({})).toEqual({ allowed: true, to: 'done', overridden: [] });
    expect(attempt({ state: 'held', action: 'resume', roles: ['chief'] })).toMatchObject({
      to: 'before_hold',
    });
  });

  it('is refused in another state, with the names of the states in which it is possible', () => {
    expect(attempt({ state: 'done', action: 'hold', roles: ['chief'] })).toEqual({
      allowed: false,
      reasons: [
        {
          rule: 'wrong_state',
          sentence:
            'Không thể “Tạm dừng” khi hồ sơ ở trạng thái “đã nhận”; chỉ làm được khi ở trạng thái “bản thảo”, “đã gửi”.',
        },
      ],
    });
  });

  it('is refused to who may not, with the names of those who may, each once', () => {
    const verdict = attempt({ roles: ['guest'] });
    expect(verdict).toMatchObject({ allowed: false, reasons: [{ rule: 'wrong_role' }] });
    expect(JSON.stringify(verdict)).toContain('do Trưởng phòng, Người viết có thẩm quyền');
  });

  it('is refused with every reason at once, so that the thing comes back only once', () => {
    const verdict = attempt({ judgements: { complete: INCOMPLETE, agreed: NOT_AGREED } });
    expect(verdict).toEqual({ allowed: false, reasons: [INCOMPLETE, NOT_AGREED] });
  });

  it('asks of each role only what its own step asks', () => {
    expect(attempt({ roles: ['chief'], judgements: { agreed: NOT_AGREED } })).toMatchObject({
      allowed: true,
    });
  });
});

describe('a written reason', () => {
  it('lets the rules pass that may be overridden, and the record says which', () => {
    const verdict = attempt({ judgements: { agreed: NOT_AGREED }, overrideReason: 'Họp lại ngày mai' });
    expect(verdict).toEqual({ allowed: true, to: 'done', overridden: ['agreed'] });
  });

  it('moves no other rule, and then nothing is overridden', () => {
    const judgements = { complete: INCOMPLETE, agreed: NOT_AGREED };
    expect(attempt({ judgements, overrideReason: 'Vì gấp' })).toEqual({
      allowed: false,
      reasons: [INCOMPLETE, NOT_AGREED],
    });
  });

  it('gives neither a state nor a role', () => {
    expect(attempt({ state: 'done', overrideReason: 'Vì gấp' })).toMatchObject({
      reasons: [{ rule: 'wrong_state' }],
    });
    expect(attempt({ roles: ['guest'], overrideReason: 'Vì gấp' })).toMatchObject({
      reasons: [{ rule: 'wrong_role' }],
    });
  });

  it('is no reason when it is empty', () => {
    expect(attempt({ judgements: { agreed: NOT_AGREED }, overrideReason: '' })).toMatchObject({
      allowed: false,
    });
  });
});

describe('what is offered', () => {
  it('is each action once, in the order of the table', () => {
    expect(offeredActions(letters, 'sent', new Set<Role>(['writer', 'chief']))).toEqual(['accept', 'hold']);
    expect(offeredActions(letters, 'sent', new Set<Role>(['guest']))).toEqual([]);
    expect(offeredActions(letters, 'done', new Set<Role>(['writer', 'chief', 'guest']))).toEqual([]);
  });

  it('is exactly what is refused for neither state nor role, in any table', () => {
    const anyState = fc.constantFrom(...(Object.keys(letters.states) as State[]));
    const anyAction = fc.constantFrom(...(Object.keys(letters.actions) as Action[]));
    const anyRoles = fc.uniqueArray(fc.constantFrom(...(Object.keys(NAMES) as Role[])));
    const anyGuards = fc.subarray<Guard>(['complete', 'agreed']);
    const anySteps = fc.array(
      fc.record({
        action: anyAction,
        from: fc.uniqueArray(anyState, { minLength: 1 }),
        to: anyState,
        who: fc.uniqueArray(fc.constantFrom(...(Object.keys(NAMES) as Role[])), { minLength: 1 }),
        must: anyGuards,
      }),
      { maxLength: 8 },
    );
    const anyJudgements = fc.record({
      complete: fc.constantFrom(null, INCOMPLETE),
      agreed: fc.constantFrom(null, NOT_AGREED),
    });
    const anyReason = fc.constantFrom(null, 'Vì gấp');
    fc.assert(
      fc.property(
        anySteps,
        anyState,
        anyAction,
        anyRoles,
        anyJudgements,
        anyReason,
        (steps, state, action, roles, judgements, overrideReason) => {
          const table = { ...letters, steps };
          const held = new Set(roles);
          const verdict = tryStep(table, NAMES, { state, action, roles: held, judgements, overrideReason });
          const offered = offeredActions(table, state, held).includes(action);
          const shut =
            !verdict.allowed &&
            verdict.reasons.some(({ rule }) => rule === 'wrong_state' || rule === 'wrong_role');
          expect(offered).toBe(!shut);
          if (!verdict.allowed) expect(verdict.reasons.length).toBeGreaterThan(0);
          if (verdict.allowed) {
            const step = steps.find(
              (one) =>
                one.action === action && one.from.includes(state) && one.who.some((role) => held.has(role)),
            );
            expect(verdict.to).toBe(step?.to);
            const unmet = (step?.must ?? []).flatMap((guard) => judgements[guard] ?? []);
            expect(verdict.overridden).toEqual(unmet.map(({ rule }) => rule));
            expect(overrideReason === null ? unmet : unmet.filter(({ mayOverride }) => !mayOverride)).toEqual(
              [],
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
