import type { SubjectKind } from '../subjects/kinds.ts';
import { formatNumber } from '../ui/format.ts';
import type { Chance } from './prng.ts';
import { readSeed, type Seed } from './seed-files.ts';

/** Stands behind every invented statement, so that nobody takes one for a fact. */
export const SAMPLE_NOTE = '(Nội dung mẫu, không có thật.)';

/** A commune has about so many khu. */
const KHU = 12;

export interface InventedMerit {
  title: string;
  position: string | null;
  /** What a collective with this merit may be called, e.g. 'Tổ hòa giải khu 5'; null for people and households. */
  collective: string | null;
  statement: string;
  /** Between which years somebody who did this was born. */
  born: readonly [number, number];
  figures: { measure: string; unit: string; value: number }[];
}

type FieldMerits = Seed<'sample/merits.json'>['fields'][number];

/** What the invented exemplars have done and are called, by field of the plan. */
export class Merits {
  private constructor(private readonly fields: ReadonlyMap<string, FieldMerits>) {}

  static async read(): Promise<Merits> {
    const { fields } = await readSeed('sample/merits.json');
    return new Merits(new Map(fields.map((field) => [field.key, field])));
  }

  /** @throws Error when nothing is written for this kind of subject in the field */
  invent(fieldKey: string, kind: SubjectKind, chance: Chance): InventedMerit {
    const merit = chance.pick(this.#field(fieldKey).merits.filter((one) => one.kind === kind));
    const figures = merit.figures.map(([measure, unit, lowest, highest, step]) => {
      const steps = Math.round((highest - lowest) / step);
      return { measure, unit, value: lowest + chance.between(0, steps) * step };
    });
    const told = (text: string) =>
      text.replace(/\{(\d)\}/g, (_, n: string) => formatNumber(figures[Number(n)]?.value));
    return {
      title: told(merit.title),
      position: merit.position,
      collective: merit.collective?.replace('#', String(chance.between(1, KHU))) ?? null,
      statement: `${told(merit.statement)} ${SAMPLE_NOTE}`,
      born: merit.born ?? [1948, 1992],
      figures,
    };
  }

  #field(key: string): FieldMerits {
    const field = this.fields.get(key);
    if (!field) throw new Error(`db/seed/sample/merits.json has no field “${key}”.`);
    return field;
  }
}
