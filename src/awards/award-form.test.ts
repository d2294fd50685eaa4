import { describe, expect, it } from 'vitest';
import { isValidOn, isValidWithin, validityInWords } from './award-form.ts';

const OLD_LAW = { validFrom: null, validTo: '2023-12-31' };
const NEW_LAW = { validFrom: '2024-01-01', validTo: null };

describe('an award form', () => {
  it.each([
    [OLD_LAW, '2023-12-31', true],
    [OLD_LAW, '2024-01-01', false],
    [NEW_LAW, '2023-12-31', false],
    [NEW_LAW, '2024-01-01', true],
    [{ validFrom: null, validTo: null }, '2018-11-15', true],
  ])('%j is in force on %s: %s', (form, day, valid) => {
    expect(isValidOn(form, day)).toBe(valid);
  });

  it('is in force within a span when it is on one of its days', () => {
    expect(isValidWithin(OLD_LAW, '2023-06-01', '2024-03-01')).toBe(true);
    expect(isValidWithin(NEW_LAW, '2023-06-01', '2023-12-31')).toBe(false);
  });

  it('says how long it is in force', () => {
    expect([OLD_LAW, NEW_LAW].map(validityInWords)).toEqual(['đến 31/12/2023', 'từ 01/01/2024']);
  });
});
