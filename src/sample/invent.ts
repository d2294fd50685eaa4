import type { Registration } from '../exemplars/record-registration.ts';
import type { SubjectFacts } from '../subjects/facts.ts';
import type { Role } from './cast.ts';
import type { Invention } from './names.ts';
import type { Chance } from './prng.ts';

/** An invented exemplar: what stands in its file, beside the moves of its life. */
export interface Invented {
  role: Role;
  subject: SubjectFacts;
  origin: Registration['origin'];
  breadth: NonNullable<Registration['breadth']>;
  khu: number;
}

const ORIGINS = ['office', 'office', 'office', 'association', 'citizen', 'own_search', 'press'] as const;

export function inventExemplar(role: Role, invention: Invention, chance: Chance): Invented {
  const khu = chance.between(1, 12);
  return {
    role,
    khu,
    subject: {
      ...nameOf(role, invention, chance),
      kind: role.kind,
      place: placeOf(role, khu),
      position: role.merit.position,
    },
    origin: chance.pick(ORIGINS),
    breadth: chance.happens(0.75) ? 'aspect' : 'comprehensive',
  };
}

function placeOf({ kind, office, district }: Role, khu: number): string {
  if (!district) return office.name;
  const where = `${lower(office.name)}, ${lower(district.name)}`;
  return kind === 'collective' ? where : `khu ${khu}, ${where}`;
}

function nameOf({ kind, merit }: Role, invention: Invention, chance: Chance) {
  const { fullName: name, address } = invention.person(chance);
  const birthYear = chance.between(...merit.born);
  if (kind === 'individual') return { fullName: name, birthYear, representative: null };
  if (kind === 'household')
    return { fullName: `Gia đình ${address} ${name}`, birthYear, representative: name };
  return { fullName: merit.collective ?? name, birthYear: null, representative: name };
}

/** 'Xã Thụy Vân' → 'xã Thụy Vân', as it stands within an address. */
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
