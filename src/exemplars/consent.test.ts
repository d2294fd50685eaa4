import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_DAY } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { invalid, notFound } from '../platform/outcome.ts';
import { giveConsent, withdrawConsent } from './consent.ts';
import { consentsOf } from './consent-queries.ts';
import { guardFacts } from './facts.ts';
import { findExemplar } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

type Given = Parameters<typeof giveConsent>[1];
const give = (id: number, fields: Partial<Given> = {}) =>
  giveConsent(as(world, world.unit), {
    ...{ id, version: null, scope: 'registration', how: 'paper', givenOn: '2018-03-01', note: null },
    ...fields,
  });
const withdraw = (id: number, item: number, withdrawnOn = '2018-11-15') =>
  withdrawConsent(as(world, world.unit), { id, version: null, item, withdrawnOn });

async function standing(id: number): Promise<Record<string, number>> {
  const consents = await consentsOf(world.db, id);
  return Object.fromEntries(consents.filter((one) => !one.withdrawnOn).map((one) => [one.scope, one.id]));
}

async function consentFact(id: number) {
  const exemplar = await findExemplar(world.db, world.unit, id);
  if (!exemplar) throw new Error('not seen');
  return (await guardFacts(world.db, exemplar, TEST_DAY)).consent;
}

describe('the consent of an exemplar', () => {
  it('is kept with who recorded it, one scope apart from the other', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    answerOf(await give(id, { note: 'Giấy lưu tại xã' }));
    expect(await consentsOf(world.db, id)).toMatchObject([
      { scope: 'registration', how: 'paper', givenOn: '2018-03-01', recordedBy: world.unit.displayName },
    ]);
    answerOf(await give(id, { scope: 'publication', how: 'telephone' }));
    expect(Object.keys(await standing(id)).sort()).toEqual(['publication', 'registration']);
    expect(await eventsOf(world, id)).toMatchObject([
      { kind: 'exemplar.consent_given', after: { 'ghi chú': 'Giấy lưu tại xã' } },
      { kind: 'exemplar.consent_given', after: { 'phạm vi': 'Đồng ý công bố' } },
    ]);
  });

  it('stands once in a scope', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    answerOf(await give(id));
    expect(rulesOf(await give(id))).toEqual(['consent_stands']);
  });

  it('counts no more from the moment it is withdrawn, and can be given anew', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    answerOf(await give(id));
    expect(await consentFact(id)).toBe('standing');
    const { registration = 0 } = await standing(id);
    answerOf(await withdraw(id, registration));
    expect(await consentFact(id)).toBe('withdrawn');
    expect(rulesOf(await withdraw(id, registration))).toEqual(['consent_already_withdrawn']);
    expect(await give(id, { givenOn: '2018-11-14' })).toEqual(
      invalid({ givenOn: expect.stringContaining('15/11/2018') }),
    );
    answerOf(await give(id, { givenOn: '2018-11-15' }));
    expect(await consentFact(id)).toBe('standing');
  });

  it('to be listed takes the consent to be shown with it, but not the other way round', async () => {
    const id = await makeExemplar(world, { state: 'honoured' });
    answerOf(await give(id));
    answerOf(await give(id, { scope: 'publication' }));
    const first = await standing(id);
    answerOf(await withdraw(id, first.publication ?? 0, '2018-06-01'));
    expect(Object.keys(await standing(id))).toEqual(['registration']);
    answerOf(await give(id, { scope: 'publication', givenOn: '2018-09-01' }));
    // on the telephone in July, written down in November: publication never stands before it was given
    answerOf(await withdraw(id, first.registration ?? 0, '2018-07-01'));
    expect(await standing(id)).toEqual({});
    const ends = (await consentsOf(world.db, id)).map((one) => [one.scope, one.withdrawnOn]);
    expect(ends).toEqual([
      ['publication', '2018-09-01'],
      ['publication', '2018-06-01'],
      ['registration', '2018-07-01'],
    ]);
  });

  it('has no day to come, and is not withdrawn before it was given', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    expect(await give(id, { givenOn: '2018-11-16' })).toMatchObject({ refusal: { kind: 'invalid' } });
    answerOf(await give(id));
    const { registration = 0 } = await standing(id);
    for (const day of ['2018-02-28', '2018-11-16'])
      expect(await withdraw(id, registration, day)).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await consentFact(id)).toBe('standing');
  });

  it('of another exemplar is not found, and neither is one outside reach', async () => {
    const [id, other] = [
      await makeExemplar(world, { state: 'found' }),
      await makeExemplar(world, { state: 'found' }),
    ];
    answerOf(await give(other));
    const { registration = 0 } = await standing(other);
    expect(await withdraw(id, registration)).toEqual(notFound());
    const input = { id: other, version: null, item: registration, withdrawnOn: '2018-11-15' };
    expect(await withdrawConsent(as(world, world.stranger), input)).toEqual(notFound());
  });

  it('can be withdrawn in a closed file too', async () => {
    const id = await makeExemplar(world, { state: 'declined' });
    answerOf(await give(id));
    answerOf(await withdraw(id, (await standing(id)).registration ?? 0));
    expect(await standing(id)).toEqual({});
  });
});
