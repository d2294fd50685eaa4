import { standingBodiesOn } from '../offices/find.ts';
import { growTrees, type OfficeInTree, officesOn } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

export interface PlaceGroup {
  label: string;
  places: { id: number; name: string }[];
}

/**
 * The places of a day to choose from: offices with an official code, which departments and associations have not, below
 * the root. Where nobody has codes, every office below the root.
 */
export async function placesOn(db: Reader, day: Day): Promise<PlaceGroup[]> {
  const all = (await officesOn(db, day)).filter(({ parentId }) => parentId !== null);
  const coded = all.filter(({ code }) => code !== null);
  return groupsOf(coded.length > 0 ? coded : all);
}

/** A district heads its communes; after the end of the districts all communes stand together. */
function groupsOf(places: readonly OfficeInTree[]): PlaceGroup[] {
  const trees = growTrees(places);
  const alone = trees.filter((tree) => tree.children.length === 0).map(({ office }) => office);
  const groups = trees
    .filter((tree) => tree.children.length > 0)
    .map(({ office, children }) => ({
      label: office.name,
      places: [
        { id: office.id, name: `${office.name}, chưa rõ xã` },
        ...children.map(({ office: below }) => ({ id: below.id, name: below.name })),
      ],
    }));
  return alone.length > 0 ? [...groups, { label: 'Xã, phường', places: alone }] : groups;
}

/** The office that answers for a lead: that of its place on the day, else the standing body; null when there is none. */
export async function keeperOf(
  db: Reader,
  placeId: number | null,
  day: Day,
): Promise<{ officeId: number; placeId: number | null } | null> {
  const groups = placeId === null ? [] : await placesOn(db, day);
  const there = groups.some(({ places }) => places.some(({ id }) => id === placeId));
  if (there && placeId !== null) return { officeId: placeId, placeId };
  const [standing] = await standingBodiesOn(db, day);
  const root = standing ?? (await officesOn(db, day)).find(({ parentId }) => parentId === null);
  return root ? { officeId: root.id, placeId: null } : null;
}
