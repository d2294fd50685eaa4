import { presentOffices } from '../offices/succession.ts';
import { type OfficeInTree, officesOn } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { DecisionOption } from './copy-about.ts';

export interface KindBelow {
  kindId: string;
  name: string;
  count: number;
}

/** What became of offices and of kinds of offices on the first day of a new period. */
export interface OfficesLater {
  day: Day;
  /** What an office is on that day: itself, its one successor, several, or none. */
  of(officeId: number): readonly OfficeInTree[];
  name(officeId: number): string;
  kindName(kindId: string): string;
  isThere(officeId: number): boolean;
  /** How many of a kind stand below an office on that day; the office itself is not counted. */
  count(kindId: string, belowId: number): number;
  kindsBelow(belowId: number): KindBelow[];
  /** The kind that stands where another one is gone: that of the offices that were below those of the old kind. */
  insteadOf(kindId: string, belowId: number): string | null;
  /** Kinds that stood below an office on the old day and do not on the new one, by name. */
  goneKinds(belowId: number): string[];
  root(): OfficeInTree | null;
}

/** Reads the offices of both days and the successions between them; a fixed number of queries. */
export async function officesLater(
  db: Reader,
  ids: readonly number[],
  days: { before: Day; day: Day },
): Promise<OfficesLater> {
  const wanted = [...new Set(ids)];
  const present = await presentOffices(db, wanted, days.day);
  const names = await db
    .selectFrom('office')
    .select(['id', 'name'])
    .where('id', 'in', wanted.length > 0 ? wanted : [0])
    .execute();
  const before = await officesOn(db, days.before);
  const after = await officesOn(db, days.day);
  const nameById = new Map(names.map(({ id, name }) => [id, name]));
  const there = new Set(after.map(({ id }) => id));
  const kindNames = new Map([...after, ...before].map(({ kindId, kindName }) => [kindId, kindName]));
  const kindsBelow = (list: readonly OfficeInTree[], belowId: number) => countKinds(list, belowId);
  return {
    day: days.day,
    of: (officeId) => present.get(officeId) ?? [],
    name: (officeId) => nameById.get(officeId) ?? 'đơn vị không rõ',
    kindName: (kindId) => kindNames.get(kindId) ?? kindId,
    isThere: (officeId) => there.has(officeId),
    count: (kindId, belowId) => kindsBelow(after, belowId).find((kind) => kind.kindId === kindId)?.count ?? 0,
    kindsBelow: (belowId) => kindsBelow(after, belowId),
    insteadOf: (kindId, belowId) => mostCommon(childKinds(before, kindId), kindsBelow(after, belowId)),
    goneKinds(belowId) {
      const now = new Set(kindsBelow(after, belowId).map((kind) => kind.kindId));
      return kindsBelow(before, belowId)
        .filter((kind) => !now.has(kind.kindId))
        .map(({ name }) => name);
    },
    root: () => after.find(({ parentId }) => parentId === null) ?? null,
  };
}

function countKinds(list: readonly OfficeInTree[], belowId: number): KindBelow[] {
  const kinds = new Map<string, KindBelow>();
  for (const { id, path, kindId, kindName } of list) {
    if (id === belowId || !path.includes(belowId)) continue;
    const kind = kinds.get(kindId) ?? { kindId, name: kindName, count: 0 };
    kinds.set(kindId, { ...kind, count: kind.count + 1 });
  }
  return [...kinds.values()];
}

/** Kinds of the offices that stood directly below those of a kind, with how many there were. */
function childKinds(list: readonly OfficeInTree[], kindId: string): Map<string, number> {
  const parents = new Set(list.filter((office) => office.kindId === kindId).map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { parentId, kindId: kind } of list) {
    if (parentId !== null && parents.has(parentId) && kind !== kindId)
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

const mostCommon = (counts: ReadonlyMap<string, number>, there: readonly KindBelow[]): string | null =>
  there
    .filter(({ kindId }) => counts.has(kindId))
    .sort((one, other) => (counts.get(other.kindId) ?? 0) - (counts.get(one.kindId) ?? 0))[0]?.kindId ?? null;

/** "Mọi xã, phường, thị trấn thuộc UBND tỉnh Phú Thọ (148 đơn vị)" */
export const kindOptions = (later: OfficesLater, belowId: number, belowName: string): DecisionOption[] =>
  later.kindsBelow(belowId).map(({ kindId, name, count }) => ({
    value: `kind:${kindId}:${belowId}`,
    label: `Mọi ${name.charAt(0).toLowerCase()}${name.slice(1)} thuộc ${belowName} (${count.toLocaleString('vi-VN')} đơn vị)`,
  }));

/** The successors of an office, one by one and, where several may be named, all of them. */
export function successorOptions(found: readonly OfficeInTree[], several: boolean): DecisionOption[] {
  const each = found.map(({ id, name }) => ({ value: `office:${id}`, label: name }));
  const all = {
    value: `office:${found.map(({ id }) => id).join(',')}`,
    label: `Cả ${found.length} đơn vị kế thừa`,
  };
  return several && found.length > 1 ? [all, ...each] : each;
}

/** What is known of an office that has no single successor, as the middle of a question. */
export const fateInWords = (later: OfficesLater, officeId: number): string => {
  const found = later.of(officeId);
  const on = later.day.split('-').reverse().join('/');
  return found.length > 1
    ? `“${later.name(officeId)}” đến ${on} đã chia thành ${found.length} đơn vị (${found.map(({ name }) => name).join(', ')})`
    : `“${later.name(officeId)}” đến ${on} không còn, và chưa ghi đơn vị nào kế thừa`;
};
