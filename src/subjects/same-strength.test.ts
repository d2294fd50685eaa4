import { describe, expect, it } from 'vitest';
import { decideStrength, type SameEvidence } from './same-strength.ts';

const PERSON: SameEvidence = {
  collective: false,
  kinds: 'equal',
  likeness: 'same',
  birth: 'equal',
  place: 'same',
  extra: false,
};
const strength = (more: Partial<SameEvidence>) => decideStrength({ ...PERSON, ...more });

const LIKENESSES = ['same', 'order', 'unmarked', 'slip', 'typo', 'part', 'head', 'kin', 'marks'] as const;
const BIRTHS = ['equal', 'near', 'far', 'unknown'] as const;
const PLACES = ['same', 'became', 'within', 'joined', 'other', 'unknown'] as const;

describe('how sure one may be', () => {
  it('is most where name, birth and place agree, or the place under its old name', () => {
    expect(strength({})).toBe('strong');
    expect(strength({ place: 'became' })).toBe('strong');
    expect(strength({ birth: 'unknown' })).toBe('possible');
    expect(strength({ birth: 'unknown', extra: true })).toBe('strong');
    expect(strength({ birth: 'near' })).toBe('possible');
  });

  it('is never more than possible by the name alone, whatever the kind', () => {
    for (const likeness of LIKENESSES)
      for (const collective of [true, false])
        expect(strength({ likeness, collective, birth: 'unknown', place: 'unknown' })).not.toBe('strong');
  });

  it('is faint at most where births, kinds or marks contradict', () => {
    for (const likeness of LIKENESSES)
      for (const place of PLACES) {
        expect([null, 'faint']).toContain(strength({ likeness, place, birth: 'far', extra: true }));
        expect([null, 'faint']).toContain(strength({ likeness, place, kinds: 'far', extra: true }));
      }
    for (const birth of BIRTHS) expect([null, 'faint']).toContain(strength({ likeness: 'marks', birth }));
  });

  it('is faint in another commune, but of one who was born and works as the other', () => {
    expect(strength({ place: 'other' })).toBe('faint');
    expect(strength({ place: 'joined' })).toBe('faint');
    expect(strength({ place: 'other', extra: true })).toBe('possible');
    expect(strength({ place: 'other', collective: true, extra: true })).toBe('faint');
  });

  it('of a person and a household is possible', () => {
    expect(strength({ kinds: 'near' })).toBe('possible');
  });
});
