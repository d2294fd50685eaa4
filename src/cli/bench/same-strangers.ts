import type { Chance } from '../../sample/prng.ts';
import type { Facts, Sort } from './same-pairs.ts';
import {
  address,
  born,
  inventCollective,
  inventName,
  type LabelledPlace,
  sibling,
  twoByOneMark,
} from './same-people.ts';
import { abbreviated, oldTones, withoutMarks } from './same-spellings.ts';

type Places = readonly LabelledPlace[];

/** Two of one name in two communes; `near` lets them be parts of one commune today. */
const namesakes =
  (birth: 'equal' | 'other' | 'unknown', near = false): Sort =>
  (chance, places) => {
    const place = chance.pick(places);
    const elsewhere = near ? neighbour(place, chance, places) : otherPlace(place, chance, places);
    const [fullName, birthYear, kind] = [inventName(chance), born(chance), 'individual' as const];
    const years = { equal: birthYear, other: birthYear + chance.between(2, 30), unknown: null };
    return {
      known: { kind, fullName, birthYear, place: address(place, chance) },
      asked: {
        kind,
        fullName: oldTones(fullName),
        birthYear: years[birth],
        place: address(elsewhere, chance),
      },
    };
  };

/** Two people of one commune. */
const neighbours =
  (pair: (chance: Chance) => [string, string], apart: (chance: Chance) => number): Sort =>
  (chance, places) => {
    const [place, birthYear, kind] = [chance.pick(places), born(chance), 'individual' as const];
    const [one, other] = pair(chance);
    return {
      known: { kind, fullName: one, birthYear, place: address(place, chance) },
      asked: { kind, fullName: other, birthYear: birthYear + apart(chance), place: address(place, chance) },
    };
  };

/** Two collectives by their names, of one commune or of two. */
const collectives =
  (pair: (place: LabelledPlace, elsewhere: LabelledPlace, chance: Chance) => [Facts, Facts]): Sort =>
  (chance, places) => {
    const place = chance.pick(places);
    const [known, asked] = pair(place, otherPlace(place, chance, places), chance);
    return { known, asked };
  };

const body = (fullName: string, place: LabelledPlace): Facts => ({
  kind: 'collective',
  fullName,
  place: `${place.commune}, ${place.district}`,
});

const SPOUSES: readonly [string, string] = ['Văn', 'Thị'];

/** What is alike and is not one. */
export const DIFFERENT: Record<string, Sort> = {
  'trùng tên, khác xã, khác năm sinh': namesakes('other'),
  'trùng tên, khác xã, cùng năm sinh': namesakes('equal'),
  'trùng tên, khác xã, chưa rõ năm sinh': namesakes('unknown'),
  'trùng tên, hai xã cũ nay nhập một': namesakes('equal', true),
  'trùng tên, cùng xã, khác năm sinh': neighbours(
    (chance) => {
      const name = inventName(chance);
      return [name, withoutMarks(name)];
    },
    (chance) => chance.between(2, 25),
  ),
  'tên khác một dấu': neighbours(twoByOneMark, (chance) => chance.between(0, 3)),
  'tên khác một dấu, cùng năm sinh': neighbours(twoByOneMark, () => 0),
  'anh chị em': neighbours(
    (chance) => {
      const name = inventName(chance);
      return [name, sibling(name, chance)];
    },
    (chance) => chance.between(0, 4),
  ),
  'vợ và chồng cùng tên': neighbours(
    (chance) => {
      const name = inventName(chance).split(' ');
      return SPOUSES.map((between) => `${name[0]} ${between} ${name.at(-1)}`) as [string, string];
    },
    (chance) => chance.between(0, 3),
  ),
  'cùng tên trường, hai xã': collectives((place, elsewhere) => [
    body('Trường Tiểu học Kim Đồng', place),
    body('Trường TH Kim Đồng', elsewhere),
  ]),
  'hai cấp trường, một xã': collectives((place) => [
    body(`Trường Tiểu học ${place.proper}`, place),
    body(`Trường THCS ${place.proper}`, place),
  ]),
  'khu dân cư cùng số, hai xã': collectives((place, elsewhere, chance) => {
    const number = chance.between(1, 9);
    return [body(`Khu dân cư số ${number}`, place), body(`KDC số ${number}`, elsewhere)];
  }),
  'hai khu dân cư, một xã': collectives((place, _, chance) => {
    const number = chance.between(1, 9);
    return [body(`Khu dân cư số ${number}`, place), body(`KDC số ${number + 1}`, place)];
  }),
  'cơ quan cùng loại, hai xã': collectives((place, elsewhere) => [
    body(`Ủy ban nhân dân ${place.commune}`, place),
    body(`UBND ${elsewhere.commune}`, elsewhere),
  ]),
  'hai tập thể, một xã': collectives((place, _, chance) => [
    body(inventCollective(place, chance), place),
    body(abbreviated(`Hội Nông dân ${place.commune}`), place),
  ]),
  'hội và chi hội': collectives((place) => [
    body(`Hội Cựu chiến binh ${place.commune}`, place),
    body(`Chi hội CCB ${place.commune}`, place),
  ]),
};

function otherPlace(place: LabelledPlace, chance: Chance, places: Places): LabelledPlace {
  const elsewhere = places.filter((other) => other.now !== place.now);
  return chance.pick(elsewhere);
}

/** A commune that is a part of the same one today, or any other where there is none. */
function neighbour(place: LabelledPlace, chance: Chance, places: Places): LabelledPlace {
  const near = places.filter((other) => other.now === place.now && other.commune !== place.commune);
  return near.length > 0 ? chance.pick(near) : otherPlace(place, chance, places);
}
