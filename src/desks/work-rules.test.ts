import { describe, expect, it } from 'vitest';
import { DESK_ACTIONS, type DeskAction, type DeskFacts, type DeskSide, whyNotAtDesk } from './work-rules.ts';

const SIDES: readonly DeskSide[] = ['author', 'holder', 'above', 'asked'];
const ACTIONS = Object.keys(DESK_ACTIONS) as DeskAction[];

/** A paper on a desk that has returned it before, asked about and not answered: everything is possible. */
const OPEN: Omit<DeskFacts, 'sides'> = {
  deskName: 'Sở Nông nghiệp',
  withAuthor: false,
  returnedBefore: true,
  allowedAlready: false,
  mayAllow: true,
  opinion: { answered: false, gapNamed: false },
};
const rules = (action: DeskAction, sides: readonly DeskSide[], facts: Partial<DeskFacts> = {}): string[] =>
  whyNotAtDesk(action, { ...OPEN, sides: new Set(sides), ...facts }).map(({ rule }) => rule);

/** Written out: whoever changes the table changes this with open eyes. */
const MATRIX: Record<DeskSide, DeskAction[]> = {
  author: [],
  holder: ['ask', 'name_gap'],
  above: ['reassign', 'ask', 'name_gap', 'allow_return'],
  asked: ['answer'],
};

describe('the matrix of sides and actions', () => {
  for (const side of SIDES) {
    it(`lets ${side} do: ${MATRIX[side].join(', ') || 'nothing'}`, () => {
      expect(ACTIONS.filter((action) => rules(action, [side]).length === 0)).toEqual(MATRIX[side]);
      for (const action of ACTIONS.filter((one) => !MATRIX[side].includes(one)))
        expect(rules(action, [side])).toEqual(['wrong_side']);
    });
  }

  it('lets nobody without a side do anything', () => {
    for (const action of ACTIONS) expect(rules(action, [])).toEqual(['wrong_side']);
  });

  it('gives the sides together what each of them has', () => {
    for (const action of ACTIONS) expect(rules(action, SIDES)).toEqual([]);
  });

  it('has a word of its own for each action in addresses', () => {
    expect(new Set(ACTIONS.map((action) => DESK_ACTIONS[action].slug)).size).toBe(ACTIONS.length);
  });
});

describe('what must hold', () => {
  it('is a desk, for all but an answer and a gap: those are taken wherever the paper is by then', () => {
    const off = { deskName: null };
    expect(ACTIONS.filter((action) => rules(action, SIDES, off).includes('on_no_desk'))).toEqual([
      'reassign',
      'ask',
      'allow_return',
    ]);
  });

  it('is that the author has sent it on, before it can be given to another desk', () => {
    expect(rules('reassign', ['above'], { withAuthor: true })).toEqual(['with_author']);
    expect(rules('ask', ['above'], { withAuthor: true })).toEqual([]);
  });

  it('is for leave to return: a first return, no word still unused, and somebody else than who returns', () => {
    const facts = { returnedBefore: false, allowedAlready: true, mayAllow: false };
    expect(rules('allow_return', ['above'], facts)).toEqual(['not_returned_yet']);
    expect(rules('allow_return', ['above'], { ...facts, returnedBefore: true })).toEqual([
      'allowed_already',
      'own_return',
    ]);
  });

  it('is that an opinion was not given yet; a gap does not stop a late answer, but a second gap', () => {
    const answered = { opinion: { answered: true, gapNamed: false } };
    expect(rules('answer', ['asked'], answered)).toEqual(['answered']);
    expect(rules('name_gap', ['holder'], answered)).toEqual(['answered']);
    const gap = { opinion: { answered: false, gapNamed: true } };
    expect(rules('answer', ['asked'], gap)).toEqual([]);
    expect(rules('name_gap', ['holder'], gap)).toEqual(['gap_named']);
  });
});
