import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Day } from '../platform/clock.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { BEGINS, CAST, HOUSEHOLDS_BEGIN } from './cast-counts.ts';
import { dayBetween } from './days.ts';
import type { InventedMerit, Merits } from './merits.ts';
import type { Chance } from './prng.ts';
import type { SeedOffice } from './seed-files.ts';

/** One invented exemplar before its life begins: who, where, and where its life is to lead. */
export interface Role {
  fieldKey: string;
  kind: SubjectKind;
  target: ExemplarState;
  merit: InventedMerit;
  /** The commune or provincial office with which it lies, and its district (null for a provincial office). */
  office: SeedOffice;
  district: SeedOffice | null;
  foundOn: Day;
  /** User name of whoever records and proposes it. */
  unit: string;
  /** User name of whoever chooses it. */
  decider: string;
}

const LEADS: Record<string, readonly string[]> = {
  ntm: ['nongnghiep.khuong'],
  'kinh-te-ho': ['nongdan.oanh'],
};
const STANDING = ['tdkt.huyen', 'tdkt.luong'];

/** Whose work may as well lie with an office of the province as with a commune. */
const PROVINCIAL: readonly [position: RegExp, office: string][] = [
  [/^Giáo viên/, 'so-gddt'],
  [/^(Y sĩ|Bác sĩ|Điều dưỡng)/, 'so-y-te'],
  [/^(Công an|Chiến sĩ)/, 'cong-an'],
];

/** Districts that propose nobody: who has not answered is seen in the sample too. */
const SILENT: Readonly<Record<string, readonly string[]>> = { 'kinh-te-ho': ['236', '240'] };

export interface Stage {
  offices: readonly SeedOffice[];
  /** Key of an office → user name of its unit officer. */
  units: ReadonlyMap<string, string>;
}

/** Gives every invented exemplar its place, its people and its time. */
export function castSample(stage: Stage, merits: Merits, chance: Chance): Role[] {
  const districts = stage.offices.filter((office) => office.kind === 'district');
  let round: SeedOffice[] = [];
  const nextDistrict = (): SeedOffice => {
    if (round.length === 0) round = chance.shuffled(districts);
    return round.pop() as SeedOffice;
  };
  /** A district that proposes nobody in the field leaves its turn to the next one, and keeps it for another field. */
  const districtFor = (fieldKey: string): SeedOffice => {
    const next = nextDistrict();
    if (!SILENT[fieldKey]?.includes(next.key)) return next;
    const instead = districtFor(fieldKey);
    round.push(next);
    return instead;
  };
  return CAST.map(({ fieldKey, target, n }): Role => {
    const kind = kindIn(fieldKey, target, chance);
    const merit = merits.invent(fieldKey, kind, chance);
    const place =
      provincialPlace(stage, merit.position, chance) ?? communeOf(stage, districtFor(fieldKey), chance);
    return {
      ...{ fieldKey, kind, target, merit },
      ...place,
      foundOn: beginning(fieldKey, target, n, chance),
      unit: officerOf(stage, place),
      decider: chance.pick(LEADS[fieldKey] ?? STANDING),
    };
  });
}

function kindIn(fieldKey: string, target: ExemplarState, chance: Chance): SubjectKind {
  if (fieldKey === 'ntm') return chance.happens(0.5) ? 'collective' : 'individual';
  if (fieldKey === 'kinh-te-ho') {
    // those who are chosen are households, as the plan asks first
    const chosen = target === 'honoured' || target === 'recognised';
    return chosen || chance.happens(0.75) ? 'household' : 'individual';
  }
  const drawn = chance.next();
  return drawn < 0.6 ? 'individual' : drawn < 0.88 ? 'collective' : 'household';
}

type Place = Pick<Role, 'office' | 'district'>;

function provincialPlace(stage: Stage, position: string | null, chance: Chance): Place | null {
  const [, key] = PROVINCIAL.find(([pattern]) => pattern.test(position ?? '')) ?? [];
  const office = chance.happens(0.6) ? stage.offices.find((one) => one.key === key) : undefined;
  return office ? { office, district: null } : null;
}

function communeOf(stage: Stage, district: SeedOffice, chance: Chance): Place {
  const communes = stage.offices.filter((one) => one.parent === district.key && one.kind === 'commune');
  return { office: chance.pick(communes), district };
}

/** The officer of the commune itself where there is one, else that of the district above it. */
function officerOf(stage: Stage, { office, district }: Place): string {
  const officer = stage.units.get(office.key) ?? stage.units.get(district?.key ?? '');
  if (!officer) throw new Error(`No unit officer for ${office.name}.`);
  return officer;
}

function beginning(fieldKey: string, target: ExemplarState, n: number, chance: Chance): Day {
  const own = fieldKey === 'kinh-te-ho' ? HOUSEHOLDS_BEGIN[target] : undefined;
  const [from, to] = own?.[Math.min(n, own.length - 1)] ?? BEGINS[target];
  return dayBetween(chance, from, to);
}
