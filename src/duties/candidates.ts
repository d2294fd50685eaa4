import { sql } from 'kysely';
import type { OfficeSelection } from '../offices/selection.ts';
import { IN_ORDER, offices } from '../offices/tree.ts';
import { holdsOn, type Validity } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Sender, StandingBody } from './receiver.ts';

/** An office as far as duties go. */
interface ListedOffice extends Sender, Validity {
  name: string;
  kindId: string;
  path: number[];
}

/** Every office of all times in the order of every list, and who belongs to which bloc in which year. */
export interface OfficeDirectory {
  offices: readonly ListedOffice[];
  blocMembers: readonly { blocId: number; officeId: number; year: number }[];
  standing: readonly StandingBody[];
}

/** An office that a selection means at some time, with that time. */
export interface Candidate extends Sender, Validity {
  name: string;
  /** The years in which it belongs to the bloc; null where the selection is no bloc. */
  years: number[] | null;
}

/** Does the selection mean this office on a day? */
export const isMeantOn = (office: Candidate, day: Day): boolean =>
  holdsOn(office, day) && (office.years === null || office.years.includes(Number(day.slice(0, 4))));

/** Reads the directory; three queries, however many duties ask it. */
export async function loadDirectory(db: Reader): Promise<OfficeDirectory> {
  const [listed, blocMembers, standing] = [
    await offices(db)
      .leftJoin('office as above', 'above.id', 'office.parent_id')
      .select(sql<boolean>`office.parent_id IS NOT NULL AND above.parent_id IS NULL`.as('belowRoot'))
      .orderBy(IN_ORDER)
      .execute(),
    await db
      .selectFrom('bloc_member')
      .select(['bloc_id as blocId', 'office_id as officeId', 'year'])
      .orderBy('year')
      .execute(),
    await everStanding(db),
  ];
  return { offices: listed, blocMembers, standing };
}

/** The standing bodies of all times. */
const everStanding = (db: Reader): Promise<StandingBody[]> =>
  db
    .selectFrom('office_duty_role as r')
    .innerJoin('office as o', 'o.id', 'r.office_id')
    .select(['o.id'])
    .select(sql<Day | null>`greatest(r.valid_from, o.valid_from)`.as('validFrom'))
    .select(sql<Day | null>`least(r.valid_to, o.valid_to)`.as('validTo'))
    .where('r.role', '=', 'standing_body')
    .orderBy('o.id')
    .execute();

/**
 * Every office that a selection means at any time, in the order of the directory. On one day it is the same as
 * `selectedOffices` answers for that day; a test holds the two together.
 */
export function everSelected(directory: OfficeDirectory, selection: OfficeSelection): Candidate[] {
  if (selection.by === 'bloc') return membersOf(directory, selection.blocId);
  return directory.offices
    .filter((office) => isSelected(office, selection))
    .map((office) => ({ ...office, years: null }));
}

function isSelected(office: ListedOffice, selection: Exclude<OfficeSelection, { by: 'bloc' }>): boolean {
  switch (selection.by) {
    case 'office':
      return office.id === selection.officeId;
    case 'kind':
      return (
        office.kindId === selection.kindId &&
        office.id !== selection.belowId &&
        office.path.includes(selection.belowId)
      );
    case 'branch':
      return office.path.includes(selection.belowId);
  }
}

function membersOf({ offices: listed, blocMembers }: OfficeDirectory, blocId: number): Candidate[] {
  const years = new Map<number, number[]>();
  for (const member of blocMembers) {
    if (member.blocId === blocId)
      years.set(member.officeId, [...(years.get(member.officeId) ?? []), member.year]);
  }
  return listed.flatMap((office) => {
    const inYears = years.get(office.id);
    return inYears ? [{ ...office, years: inYears }] : [];
  });
}
