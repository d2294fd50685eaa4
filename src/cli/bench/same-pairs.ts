import { Chance } from '../../sample/prng.ts';
import type { SubjectFacts } from '../../subjects/facts.ts';
import {
  address,
  born,
  inventCollective,
  inventName,
  type LabelledPlace,
  labelledPlaces,
} from './same-people.ts';
import * as spelling from './same-spellings.ts';
import { DIFFERENT } from './same-strangers.ts';

/** Two ways to write somebody, and whether they are one. */
export interface LabelledPair {
  sort: string;
  same: boolean;
  known: SubjectFacts;
  asked: SubjectFacts;
}

export type Facts = Pick<SubjectFacts, 'kind' | 'fullName'> & Partial<SubjectFacts>;
export type Sort = (chance: Chance, places: readonly LabelledPlace[]) => { known: Facts; asked: Facts };

/**
 * Pairs made from the real communes of Phú Thọ and invented names, the same on every machine: as many of each sort, so
 * that a rare way to write weighs as much as a common one.
 */
export async function labelledPairs(ofEach = 60, seed = 1711): Promise<LabelledPair[]> {
  const places = await labelledPlaces();
  const chance = new Chance(seed);
  const taken = new Set<string>();
  const make =
    (same: boolean) =>
    ([sort, pair]: [string, Sort]) =>
      Array.from({ length: ofEach }, (): LabelledPair => {
        const { known, asked } = freshPair(() => pair(chance, places), same, taken);
        return { sort, same, known: { ...NOTHING, ...known }, asked: { ...NOTHING, ...asked } };
      });
  return [...Object.entries(SAME).flatMap(make(true)), ...Object.entries(DIFFERENT).flatMap(make(false))];
}

/**
 * A collective is made once: else the same school would be a stranger to itself.
 *
 * @throws Error when more are asked for than there are communes to make them in
 */
function freshPair(draw: () => { known: Facts; asked: Facts }, same: boolean, taken: Set<string>) {
  for (let turn = 0; turn < 10_000; turn += 1) {
    const pair = draw();
    const made = (same ? [pair.known] : [pair.known, pair.asked]).filter((one) => one.kind === 'collective');
    const keys = made.map((one) => `${plainest(one.fullName)}|${one.place}`);
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    return pair;
  }
  throw new Error('Too few communes for so many pairs.');
}

const plainest = (name: string): string =>
  spelling.withoutMarks(spelling.abbreviated(name)).toLowerCase().replace(/\b0/g, '');

const NOTHING = { birthYear: null, place: null, position: null, representative: null };

/** A person of a commune and the same one with the name written in another way. */
const respelled =
  (write: (name: string, chance: Chance) => string, only?: RegExp): Sort =>
  (chance, places) => {
    const place = chance.pick(places);
    const birthYear = chance.happens(0.8) ? born(chance) : null;
    const fullName = nameLike(chance, only);
    const kind = 'individual' as const;
    return {
      known: { kind, fullName, birthYear, place: address(place, chance) },
      asked: { kind, fullName: write(fullName, chance), birthYear, place: address(place, chance) },
    };
  };

function nameLike(chance: Chance, only: RegExp | undefined): string {
  for (;;) {
    const name = inventName(chance);
    if (!only || only.test(name)) return name;
  }
}

const moved =
  (write: (name: string) => string): Sort =>
  (chance, places) => {
    const place = chance.pick(places);
    const [fullName, birthYear, kind] = [inventName(chance), born(chance), 'individual' as const];
    return {
      known: { kind, fullName, birthYear, place: address(place, chance) },
      asked: { kind, fullName: write(fullName), birthYear, place: `${place.now}, tỉnh Phú Thọ` },
    };
  };

const collective =
  (write: (name: string, place: LabelledPlace) => string, where = address): Sort =>
  (chance, places) => {
    const place = chance.pick(places);
    const fullName = inventCollective(place, chance);
    const kind = 'collective' as const;
    return {
      known: { kind, fullName, place: `${place.commune}, ${place.district}` },
      asked: { kind, fullName: write(fullName, place), place: where(place, chance) },
    };
  };

const SAME: Record<string, Sort> = {
  'dấu thanh kiểu cũ': respelled(spelling.oldTones, /Hòa|Thúy|Khoa|Thủy/),
  'Unicode tách rời': respelled(spelling.apart),
  'không dấu': respelled(spelling.withoutMarks),
  'không dấu, chữ thường': respelled((name) => spelling.withoutMarks(name).toLowerCase()),
  'chữ hoa': respelled(spelling.inCapitals),
  'chữ thường': respelled(spelling.inSmall),
  'dấu cách, dấu chấm thừa': respelled((name) => spelling.dotted(spelling.spaced(name))),
  'tên đứng trước': respelled(spelling.turned),
  'tên đứng trước, không dấu': respelled((name) => spelling.withoutMarks(spelling.turned(name))),
  'ông, bà': respelled(spelling.addressed),
  'viết tắt họ và đệm': respelled(spelling.shortened, /^Nguyễn| Thị | Văn /),
  'i và y': respelled(spelling.withI, /(Quý|Mỹ|Kỳ|Lý)$/),
  'gõ nhầm hai chữ cái': respelled(spelling.swapped, /(Toàn|Khánh|Hạnh|Minh|Trung|Thắng)$/),
  'lệch một năm sinh': (chance, places) => {
    const { known, asked } = respelled(spelling.oldTones)(chance, places);
    const birthYear = born(chance);
    return { known: { ...known, birthYear }, asked: { ...asked, birthYear: birthYear + 1 } };
  },
  'không có năm sinh': (chance, places) => {
    const { known, asked } = respelled(spelling.inCapitals)(chance, places);
    return { known: { ...known, birthYear: born(chance) }, asked: { ...asked, birthYear: null } };
  },
  'không có nơi ở': (chance, places) => {
    const { known, asked } = respelled(spelling.oldTones)(chance, places);
    const birthYear = born(chance);
    return { known: { ...known, birthYear }, asked: { ...asked, birthYear, place: null } };
  },
  'xã cũ, xã mới': moved((name) => name),
  'xã cũ, xã mới, không dấu': moved(spelling.withoutMarks),
  'hộ gia đình': (chance, places) => {
    const place = chance.pick(places);
    const name = inventName(chance);
    const known = { kind: 'household' as const, place: address(place, chance), birthYear: born(chance) };
    return {
      known: { ...known, fullName: `Gia đình ông ${name}` },
      asked: { ...known, place: address(place, chance), fullName: spelling.asHouse(name, chance) },
    };
  },
  'hộ hai vợ chồng': (chance, places) => {
    const [place, name] = [chance.pick(places), inventName(chance)];
    const kind = 'household' as const;
    return {
      known: { kind, fullName: `Gia đình ${name} - ${inventName(chance)}`, place: address(place, chance) },
      asked: { kind, fullName: spelling.asHouse(name, chance), place: address(place, chance) },
    };
  },
  'tập thể viết tắt': collective(spelling.abbreviated),
  'tập thể viết tắt, không dấu': collective((name) => spelling.withoutMarks(spelling.abbreviated(name))),
  'tập thể chữ hoa': collective((name) => spelling.abbreviated(name).toUpperCase()),
  'tập thể kèm địa danh': collective(
    (name, place) => `${spelling.abbreviated(name)}, ${place.commune}`,
    () => 'tỉnh Phú Thọ',
  ),
  'tập thể không ghi “trường”': collective(spelling.withoutSchool),
  'tập thể, xã mới': collective(spelling.abbreviated, (place) => `${place.now}, tỉnh Phú Thọ`),
};
