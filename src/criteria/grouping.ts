import { z } from 'zod';

/**
 * A way in which a set tells its subjects apart ("Địa bàn": especially hard communes, other communes); which option
 * holds is chosen when one assesses. Keys are made of the names, so that norms and figures name options as people do.
 */
export interface Grouping {
  key: string;
  name: string;
  options: readonly GroupOption[];
}

export interface GroupOption {
  key: string;
  name: string;
}

/** Key of a grouping → key of the option that was chosen. What is not chosen is not known. */
export type Chosen = Readonly<Record<string, string>>;

/** Key of an option → the figure that holds for it. */
export type PerOption = Readonly<Record<string, number>>;

/** 'Xã đặc biệt khó khăn' → 'xa-dac-biet-kho-khan' */
export const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const shape = z.array(
  z.object({
    key: z.string(),
    name: z.string(),
    options: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
);

/** The groupings of a set as they were kept. */
export const readGroupings = (kept: unknown): Grouping[] => shape.catch([]).parse(kept);

/** The choice as it was kept with an assessment. */
export const readChosen = (kept: unknown): Chosen => z.record(z.string(), z.string()).catch({}).parse(kept);

export interface FigureFor {
  /** Every figure that may hold: one when the option is known or makes no difference; null is a figure not known. */
  figures: readonly (number | null)[];
  /** The grouping that must be chosen to know more; null when nothing is open. */
  open: Grouping | null;
}

/** The figure that holds where one assesses: that of the chosen option, else the usual one. */
export function figureFor(
  usual: number | null,
  per: PerOption | undefined,
  groupings: readonly Grouping[],
  chosen: Chosen,
): FigureFor {
  const grouping = groupings.find(({ options }) => options.some(({ key }) => per?.[key] !== undefined));
  if (!grouping) return { figures: [usual], open: null };
  const option = grouping.options.find(({ key }) => key === chosen[grouping.key]);
  const of = (key: string) => per?.[key] ?? usual;
  if (option) return { figures: [of(option.key)], open: null };
  const figures = [...new Set(grouping.options.map(({ key }) => of(key)))];
  return { figures, open: figures.length > 1 ? grouping : null };
}

/** "Địa bàn: Xã đặc biệt khó khăn; Vùng: chưa chọn"; null without groupings. */
export function chosenInWords(groupings: readonly Grouping[], chosen: Chosen): string | null {
  if (groupings.length === 0) return null;
  return groupings
    .map(({ key, name, options }) => {
      const option = options.find((one) => one.key === chosen[key]);
      return `${name}: ${option?.name ?? 'chưa chọn'}`;
    })
    .join('; ');
}
