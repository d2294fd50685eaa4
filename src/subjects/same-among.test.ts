import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAmongSides } from './same-among.ts';
import { MOST_COMPARED, SameBlocks } from './same-blocks.ts';
import { judgeSame } from './same-judge.ts';
import { PlaceIndex } from './same-place-index.ts';
import { sideOfProbe } from './same-sides.ts';
import type { SameProbe } from './same-types.ts';

const index = new PlaceIndex(
  [
    { id: 1, name: 'Tỉnh Phú Thọ', path: [1] },
    { id: 2, name: 'Huyện Tam Nông', path: [1, 2] },
    { id: 3, name: 'Xã Thu Phong', path: [1, 2, 3] },
    { id: 4, name: 'Xã Cao Phong', path: [1, 4] },
    { id: 5, name: 'Xã Hy Cương', path: [1, 2, 5] },
  ],
  [{ fromId: 3, toId: 4 }],
);

const person = (fullName: string, more: Partial<SameProbe> = {}): SameProbe => ({
  ...{ kind: 'individual', fullName, birthYear: 1970, place: 'Xã Hy Cương' },
  ...{ position: null, representative: null, ...more },
});
const body = (fullName: string, place: string | null = 'Xã Hy Cương') =>
  person(fullName, { kind: 'collective', birthYear: null, place });

const told = async (...probes: SameProbe[]) =>
  (await sameAmongSides(index, probes)).map((one) => one && [one.at, one.strength]);

describe('two of one list who may be one', () => {
  it.each([
    ['a letter too much or too few', person('Nguyễn Văn Toàn'), person('Nguyễn Văn Toànn')],
    ['two letters that changed places', person('Nguyễn Văn Tàon'), person('Nguyễn Văn Toàn')],
    ['a mistyped family name', person('Nguyênx Văn Hảo'), person('Nguyễn Văn Hảo')],
    ['a word left out between', person('Nguyễn Thị Thu Hà'), person('Nguyễn Thị Hà')],
    ['a word too much between', person('Nguyễn Thị Hà'), person('Nguyễn Thị Thu Hà')],
    ['words in another order', person('Nguyễn Văn Hảo', { birthYear: null }), person('Hảo Nguyễn Văn')],
    [
      'the household of a person',
      person('Nguyễn Văn Hảo'),
      person('Hộ ông Nguyễn Văn Hảo', { kind: 'household' }),
    ],
    ['no mark on the word between', person('Lê Thi Hoa'), person('Lê Thị Hoa')],
    ['a word more in the name of a body', body('HTX nông nghiệp Tân Tiến'), body('HTX Tân Tiến nông')],
  ])('are asked about for %s, and never joined by the program itself', async (_, one, other) => {
    expect(await told(one, other)).toEqual([null, [0, 'possible']]);
  });

  it('are all but sure where name, place and year agree, and where only the place in the name is left out', async () => {
    expect(await told(person('Nguyễn Văn Hoà'), person('nguyễn văn hòa'))).toEqual([null, [0, 'strong']]);
    expect(await told(body('KDC số 2 xã Hy Cương', null), body('Khu dân cư số 2'))).toEqual([
      ...[null, [0, 'strong']],
    ]);
  });

  it('are two where syllables differ, or years, or communes', async () => {
    const hao = person('Nguyễn Văn Hảo');
    for (const other of [
      person('Nguyễn Văn Hào'),
      person('Nguyễn Văn Hồng'),
      person('Nguyễn Văn Hảoo', { birthYear: 1975 }),
      person('Nguyễn Văn Hảoo', { place: 'Xã Cao Phong' }),
      person('Nguyễn Văn Hảo', { place: 'Xã Cao Phong', birthYear: 1971 }),
    ])
      expect(await told(hao, other)).toEqual([null, null]);
  });

  it('says why in words, as of somebody known', async () => {
    const [, found] = await sameAmongSides(index, [person('Lê Văn Toàn'), person('Lê Văn Tàon')]);
    expect(found?.reasons.map(({ sentence }) => sentence)).toContain(
      'tên khác một chữ cái, có lẽ gõ nhầm: “Tàon” và “Toàn”',
    );
  });
});

const names = fc
  .record({
    title: fc.constantFrom('', '', 'Ông ', 'Gia đình '),
    family: fc.constantFrom('Nguyễn', 'Nguyen', 'Nguyễnn', 'Lê'),
    middle: fc.constantFrom('', ' Văn', ' Van', ' Thị', ' Thị Thu'),
    given: fc.constantFrom('Hoà', 'Hòa', 'Toàn', 'Tàon', 'Toànn', 'Quý', 'Quyz', 'Hà'),
    turned: fc.boolean(),
    more: fc.constantFrom('', '', ' và Trần Thị Hà'),
  })
  .map(({ title, family, middle, given, turned, more }) =>
    turned ? `${given} ${family}${middle}${more}` : `${title}${family}${middle} ${given}${more}`,
  );
const BODIES = [
  ...['Trường TH Hy Cương', 'Tiểu học Hy Cương', 'KDC số 2 xã Hy Cương', 'Khu dân cư 2', 'KDC số 2'],
  ...['HTX nông nghiệp Tân Tiến', 'HTX Tân Tiến nông', 'HTX nông nghiệp Tân Tiếnn', 'HTX nông nghiệp Tân'],
];
const places = fc.constantFrom(null, 'Xã Thu Phong', 'Khu 3, xã Cao Phong', 'Huyện Tam Nông', 'xã Hy Cương');
const offices = fc.constantFrom([], [3], [5], [2]);
const people = fc
  .record({
    ...{ kind: fc.constantFrom('individual' as const, 'household' as const), fullName: names, place: places },
    ...{ birthYear: fc.constantFrom(null, 1970, 1970, 1971, 1980), officeIds: offices },
  })
  .map(({ fullName, ...rest }) => person(fullName, rest));
/** Where all have a year, only it is looked at. */
const dated = people.map((one) => ({ ...one, birthYear: one.birthYear ?? 1970 }));
const bodies = fc
  .record({ fullName: fc.constantFrom(...BODIES), place: places, officeIds: offices })
  .map(({ fullName, place, officeIds }) => ({ ...body(fullName, place), officeIds }));

/** Each compared with each. */
function slowly(probes: readonly SameProbe[]) {
  const sides = probes.map((probe) => sideOfProbe(index, probe));
  return sides.map((side, at) => {
    const verdicts = sides.slice(0, at).map((other) => judgeSame(index, side, other)?.strength);
    const first = ['strong' as const, 'possible' as const].find((strength) => verdicts.includes(strength));
    return first ? [verdicts.indexOf(first), first] : null;
  });
}

describe('looking among many', () => {
  it('finds whom comparing each with each finds', async () => {
    for (const list of [people, bodies, fc.oneof(people, bodies), dated]) {
      await fc.assert(
        fc.asyncProperty(fc.array(list, { maxLength: 16 }), async (probes) => {
          expect(await told(...probes)).toEqual(slowly(probes));
        }),
        { numRuns: 300 },
      );
    }
  });

  it('compares nobody with more than forty, however often a name stands in the list', () => {
    const alike = Array.from({ length: 3_000 }, (_, n) =>
      sideOfProbe(index, person(`Nguyễn Văn ${['Toàn', 'Tàon'][n % 2]}`, { birthYear: n % 3 ? 1970 : null })),
    );
    const blocks = new SameBlocks(index, alike);
    const counts = alike.map((side, at) => blocks.add(at, side).length);
    expect(Math.max(...counts)).toBe(MOST_COMPARED);
  });
});
