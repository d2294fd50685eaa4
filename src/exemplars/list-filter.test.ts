import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, type ExemplarFilter, readFilter, readPlace, SORTS } from './list-filter.ts';
import { LEVEL_NAMES } from './show-words.ts';
import { exemplarWorkflow } from './workflow.ts';

const queryOf = (address: string) => {
  const params = new URL(address, 'http://x').searchParams;
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
};

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.integer({ min: 1, max: 999_999 });

const filters: fc.Arbitrary<ExemplarFilter> = fc.record({
  text: fc.constantFrom('', 'Nguyễn Thị Hòa', 'a&b=c', '50%'),
  states: fc.uniqueArray(fc.constantFrom(...keysOf(exemplarWorkflow.states))),
  fieldId: maybe(id),
  kind: maybe(fc.constantFrom('individual', 'collective', 'household')),
  districtId: maybe(id),
  officeId: maybe(id),
  level: maybe(fc.constantFrom(...keysOf(LEVEL_NAMES))),
  checkMissing: fc.boolean(),
  foundYear: maybe(fc.integer({ min: 1900, max: 2100 })),
  sort: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
});

describe('the filter in the address', () => {
  it('is read back exactly as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(queryOf(addressOf('/dien-hinh', filter)))).toEqual(filter);
      }),
    );
  });

  it('leaves out what says nothing, so that the plain list has the plain address', () => {
    expect(addressOf('/dien-hinh', readFilter({}))).toBe('/dien-hinh');
  });

  it('passes over what it cannot understand', () => {
    const odd = {
      trang_thai: ['honoured', 'xyz', 'constructor'],
      linh_vuc: ['-1'],
      loai: ['toString'],
      nam: ['9'],
    };
    expect(readFilter({ ...odd, xep: ['; drop'], cap: ['__proto__'] })).toEqual({
      ...readFilter({}),
      states: ['honoured'],
    });
  });

  it('shows the newest changes first unless turned round', () => {
    expect(readFilter({ xep: ['sua'] })).toMatchObject({ sort: 'sua', descending: true });
    expect(readFilter({ xep: ['-sua'] })).toMatchObject({ sort: 'sua', descending: false });
    expect(readFilter({ xep: ['-ten'] })).toMatchObject({ sort: 'ten', descending: true });
  });
});

describe('the place in the list', () => {
  it('survives the address', () => {
    const place = { kind: 'before', cursor: ['Hòa', 'Nguyễn Thị Hòa', 12] } as const;
    const address = addressOf('/dien-hinh', readFilter({}), place);
    expect(readPlace(queryOf(address), 'ten')).toEqual(place);
  });

  it('of another sort, or of a day that does not exist, is the start', () => {
    const address = addressOf('/dien-hinh', readFilter({}), { kind: 'after', cursor: ['Hòa', 'Hòa', 12] });
    expect(readPlace(queryOf(address), 'sua')).toEqual({ kind: 'start' });
    const noDay = addressOf('/dien-hinh', readFilter({}), {
      kind: 'after',
      cursor: ['2018-99-99T00:00:00.000000Z', 12],
    });
    expect(readPlace(queryOf(noDay), 'sua')).toEqual({ kind: 'start' });
  });
});
