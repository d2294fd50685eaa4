import type { OfficeInTree } from '../offices/tree.ts';
import { keyOf, likeness, spellingOf } from './words.ts';

export type OfficeFound =
  | { ok: true; office: OfficeInTree; note: string | null }
  | { ok: false; sentence: string };

export interface OfficeWorld {
  /** Offices of all times. */
  all: readonly OfficeInTree[];
  /** What each is on the day: itself, or what followed it. */
  present: ReadonlyMap<number, readonly OfficeInTree[]>;
  /** May the actor write there? */
  within(office: OfficeInTree): boolean;
}

/** First words that lists leave out or write short: 'xã Thanh Sơn', 'X. Thanh Sơn', 'UBND xã Thanh Sơn'. */
const KIND_WORDS =
  /^(?:(?:uy ban nhan dan|ubnd|dang uy|hdnd) )?(?:(?:xa|phuong|thi tran|huyen|thi xa|thanh pho|tinh|x|p|tt|h|tx|tp) )?(?=\S)/;
const GOVERNMENT = /^(?:uy ban nhan dan|ubnd|dang uy|hdnd) (?=\S)/;
const SHORT_KINDS: readonly [RegExp, string][] = [
  [/^(?:tt) /, 'thi tran '],
  [/^(?:tp) /, 'thanh pho '],
  [/^(?:tx) /, 'thi xa '],
  [/^(?:x) /, 'xa '],
  [/^(?:p) /, 'phuong '],
  [/^(?:h) /, 'huyen '],
];
const NEAR = 0.55;
const MOST_NAMED = 3;
/** Where no name is known, the wrong column was matched: nearest names help nobody then. */
const MOST_ASKED = 60;

/** Finds the office that a cell of a list means, as it is on the day and within reach of whoever imports. */
export class OfficeMatch {
  readonly #world: OfficeWorld;
  readonly #byId: ReadonlyMap<number, OfficeInTree>;
  readonly #bySpelling = new Map<string, OfficeInTree[]>();
  readonly #byKey = new Map<string, OfficeInTree[]>();
  readonly #byBareKey = new Map<string, OfficeInTree[]>();
  readonly #found = new Map<string, OfficeFound>();

  #near: { office: OfficeInTree; keys: string[] }[] | null = null;
  #asked = 0;

  constructor(world: OfficeWorld) {
    this.#world = world;
    this.#byId = new Map(world.all.map((office) => [office.id, office]));
    for (const office of world.all) {
      for (const name of [office.name, office.shortName ?? ''].filter(Boolean)) {
        push(this.#bySpelling, spellingOf(name), office);
        push(this.#byKey, keyOf(name), office);
        push(this.#byBareKey, bareKey(name), office);
      }
      if (office.code) push(this.#bySpelling, office.code.toLowerCase(), office);
    }
  }

  find(text: string): OfficeFound {
    const known = this.#found.get(text);
    if (known) return known;
    const found = this.#look(text);
    this.#found.set(text, found);
    return found;
  }

  #look(text: string): OfficeFound {
    const [name = '', ...places] = text
      .split(/\s*(?:[,;(]|\s[-–]\s)\s*/)
      .map((part) => part.replace(/\)$/, ''));
    const named = this.#named(text).length > 0 ? this.#named(text) : this.#below(this.#named(name), places);
    if (named.length === 0) return { ok: false, sentence: this.#unknown(text) };
    const onDay = new Map(
      named.flatMap((office) => (this.#world.present.get(office.id) ?? []).map((one) => [one.id, one])),
    );
    if (onDay.size === 0)
      return { ok: false, sentence: `Đơn vị “${text}” đã ngừng hoạt động, chưa ghi đơn vị kế thừa.` };
    const within = [...onDay.values()].filter((office) => this.#world.within(office));
    const [office, ...others] = within;
    if (!office) return { ok: false, sentence: `Đơn vị “${text}” ngoài phạm vi phụ trách của bạn.` };
    if (others.length > 0)
      return {
        ok: false,
        sentence: `“${text}” có thể là ${this.#names(within)}: hãy ghi rõ hơn, ví dụ thêm tên huyện.`,
      };
    const itself = named.some(({ id }) => id === office.id);
    return { ok: true, office, note: itself ? null : `“${text}” nay là ${office.name}.` };
  }

  #named(text: string): OfficeInTree[] {
    const spelled = this.#bySpelling.get(spellingOf(text)) ?? this.#bySpelling.get(text.trim().toLowerCase());
    if (spelled) return spelled;
    const key = keyOf(text);
    const whole = SHORT_KINDS.reduce((one, [short, long]) => one.replace(short, long), key);
    const government = whole.replace(GOVERNMENT, '');
    return (
      this.#byKey.get(key) ??
      this.#byKey.get(whole) ??
      this.#byKey.get(government) ??
      this.#byKey.get(`ubnd ${government}`) ??
      this.#byBareKey.get(key) ??
      this.#byBareKey.get(bareKey(text)) ??
      []
    );
  }

  /** Of several, those that lie below what was written behind: 'Thanh Sơn, huyện Hạ Hòa'. */
  #below(found: readonly OfficeInTree[], places: readonly string[]): OfficeInTree[] {
    const keys = places.map(bareKey).filter(Boolean);
    const below = found.filter((office) => {
      const above = office.path.map((id) => bareKey(this.#byId.get(id)?.name ?? ''));
      return keys.every((key) => above.some((one) => one === key || one.endsWith(` ${key}`)));
    });
    return keys.length > 0 ? below : [...found];
  }

  /** Where the actor may write on the day, with the keys of each. */
  #choosable(): readonly { office: OfficeInTree; keys: string[] }[] {
    const holds = (office: OfficeInTree) =>
      this.#world.present.get(office.id)?.some(({ id }) => id === office.id) && this.#world.within(office);
    this.#near ??= this.#world.all
      .filter(holds)
      .map((office) => ({ office, keys: [keyOf(office.name), bareKey(office.name)] }));
    return this.#near;
  }

  #names(offices: readonly OfficeInTree[]): string {
    return offices
      .slice(0, MOST_NAMED)
      .map((office) => {
        const parent = office.parentId === null ? null : this.#byId.get(office.parentId);
        return parent ? `${office.name} (${parent.name})` : office.name;
      })
      .join(' hoặc ');
  }

  #unknown(text: string): string {
    const key = keyOf(text);
    const near = (++this.#asked > MOST_ASKED ? [] : this.#choosable())
      .map(({ office, keys }) => ({ office, alike: Math.max(...keys.map((one) => likeness(key, one))) }))
      .filter(({ alike }) => alike >= NEAR)
      .sort((one, other) => other.alike - one.alike)
      .slice(0, MOST_NAMED)
      .map(({ office }) => office);
    const hint = near.length > 0 ? `; gần giống: ${this.#names(near)}` : '';
    return `Không tìm thấy đơn vị “${text.slice(0, 100)}”${hint}.`;
  }
}

const bareKey = (name: string): string => keyOf(name).replace(KIND_WORDS, '').trim();

function push(map: Map<string, OfficeInTree[]>, key: string, office: OfficeInTree): void {
  if (key === '') return;
  const list = map.get(key) ?? [];
  if (!list.includes(office)) list.push(office);
  map.set(key, list);
}
