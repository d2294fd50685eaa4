/** A figure in the list of one subject. */
interface Measured {
  measure: string | null;
  value: number | null;
  year: number | null;
}

export interface FiguresOfMeasure<T> {
  /** Null: told in words alone. */
  measure: string | null;
  figures: T[];
}

/**
 * The figures of a subject, measure by measure in the order of their names, those in words alone last; within a measure
 * by year, those of an unknown year last.
 */
export function byMeasure<T extends Measured>(figures: readonly T[]): FiguresOfMeasure<T>[] {
  const groups = new Map<string, FiguresOfMeasure<T>>();
  for (const figure of figures) {
    const measure = figure.value === null ? null : figure.measure;
    const key = measure?.normalize('NFC').toLowerCase() ?? '';
    const group = groups.get(key) ?? { measure, figures: [] };
    group.figures.push(figure);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.figures.sort((one, other) => (one.year ?? NEVER) - (other.year ?? NEVER));
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(one.measure === null) - Number(other.measure === null) ||
      (one.measure ?? '').localeCompare(other.measure ?? '', 'vi'),
  );
}

const NEVER = 9_999;
