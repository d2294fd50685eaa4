import {
  isCommuneType,
  type PlaceOffice,
  type PlacePart,
  type PlaceUnit,
  placeParts,
  unitOf,
} from './same-place.ts';

export interface PlaceStep {
  fromId: number;
  toId: number;
}

/** Where somebody is: the units that a text or an office may mean, and the hamlet. */
export interface FoundPlace {
  units: readonly PlaceUnit[];
  hamlet: string | null;
}

export const NO_PLACE: FoundPlace = { units: [], hamlet: null };

/** All districts and communes of all times with what followed them, kept in memory while some names are looked up. */
export class PlaceIndex {
  readonly #offices: ReadonlyMap<number, PlaceOffice>;
  readonly #units = new Map<number, PlaceUnit>();
  readonly #byKey = new Map<string, PlaceUnit[]>();
  readonly #next = new Map<number, number[]>();
  readonly #before = new Map<number, number[]>();
  readonly #texts = new Map<string, FoundPlace>();
  readonly #names = new Map<number, readonly string[]>();
  readonly #later = new Map<number, ReadonlySet<number>>();

  constructor(offices: readonly PlaceOffice[], steps: readonly PlaceStep[]) {
    this.#offices = new Map(offices.map((office) => [office.id, office]));
    for (const office of offices) {
      const unit = unitOf(office);
      if (!unit) continue;
      this.#units.set(unit.id, unit);
      push(this.#byKey, unit.key, unit);
    }
    for (const { fromId, toId } of steps) {
      push(this.#next, fromId, toId);
      push(this.#before, toId, fromId);
    }
  }

  /** What a text means. Each text is read once. */
  find(text: string): FoundPlace {
    const known = this.#texts.get(text);
    if (known) return known;
    const { units, hamlet } = placeParts(text);
    const found = { units: this.#meant(units), hamlet };
    if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
    this.#texts.set(text, found);
    return found;
  }

  /** The commune or district of an office: itself, or the nearest above it. Of a body of the province, none. */
  ofOffice(id: number): PlaceUnit[] {
    const path = this.#offices.get(id)?.path ?? [];
    const nearest = path
      .toReversed()
      .map((above) => this.#units.get(above))
      .find((unit) => unit !== undefined);
    return nearest ? [nearest] : [];
  }

  /** The unit itself and all that followed it, over any number of mergers and splits. */
  laterOf(id: number): ReadonlySet<number> {
    const known = this.#later.get(id);
    if (known) return known;
    const later = reach(id, this.#next);
    this.#later.set(id, later);
    return later;
  }

  unit(id: number): PlaceUnit | undefined {
    return this.#units.get(id);
  }

  /** Names without kind and marks of the communes of a place over all times: by these, stored keys are looked for. */
  namesOverTime(units: readonly PlaceUnit[]): string[] {
    const communes = units.filter((unit) => unit.level === 'commune');
    return [...new Set(communes.flatMap((unit) => this.#namesOf(unit.id)))].slice(0, MOST_NAMES);
  }

  #namesOf(id: number): readonly string[] {
    const known = this.#names.get(id);
    if (known) return known;
    const ids = [...this.laterOf(id), ...reach(id, this.#before)];
    const names = ids.flatMap((one) => this.#units.get(one)?.proper ?? []).map(databaseKey);
    this.#names.set(id, names);
    return names;
  }

  /** The communes that are meant, else the districts; a district that is named as well tells communes apart. */
  #meant(parts: readonly PlacePart[]): PlaceUnit[] {
    const found = parts.map((part) => this.#named(part));
    const communes = firstFull(
      found.map((units, n) =>
        isCommuneType(parts[n]?.type ?? null) || parts[n]?.type === null
          ? units.filter((unit) => unit.level === 'commune')
          : [],
      ),
    );
    const districts = firstFull(found.map((units) => units.filter((unit) => unit.level === 'district')));
    if (communes.length === 0) return districts;
    const directly = communes.filter((unit) => districts.some((district) => unit.path.includes(district.id)));
    if (directly.length > 0) return directly;
    const within = communes.filter((unit) => districts.some((district) => this.#lies(unit, district)));
    return within.length > 0 ? within : communes;
  }

  #lies(commune: PlaceUnit, district: PlaceUnit): boolean {
    return [...reach(commune.id, this.#before), ...this.laterOf(commune.id)].some((id) =>
      this.#units.get(id)?.path.includes(district.id),
    );
  }

  /** Units of this name: with these very marks if there are any, and of this kind if there are any. */
  #named(part: PlacePart): PlaceUnit[] {
    const all = this.#byKey.get(part.key) ?? [];
    const spelled = part.marked ? all.filter((unit) => unit.spelled === part.spelled) : all;
    const ofKind = spelled.filter((unit) => unit.type === part.type);
    if (part.type === null || ofKind.length === 0) return spelled.length > 0 ? spelled : all;
    return ofKind;
  }
}

const MOST_NAMES = 12;
const MOST_TEXTS = 20_000;

/** As the database's `same_communes` writes a name. */
const databaseKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const firstFull = (lists: readonly PlaceUnit[][]): PlaceUnit[] => lists.find((list) => list.length > 0) ?? [];

function push<T>(map: Map<number, T[]> | Map<string, T[]>, key: number | string, value: T): void {
  const lists = map as Map<number | string, T[]>;
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function reach(id: number, steps: ReadonlyMap<number, readonly number[]>): Set<number> {
  const reached = new Set([id]);
  for (const at of reached) for (const next of steps.get(at) ?? []) reached.add(next);
  return reached;
}
