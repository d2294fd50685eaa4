import type { MeasureKind } from './kinds.ts';

/**
 * Units that are understood beside the one in which a measure is kept. Local units (sào, mẫu) are not among them: a sào
 * is 360 m² in the North and 497 m² in the middle of the country, and nobody should guess which one was meant.
 */
interface Unit {
  /** As written in figures. */
  unit: string;
  /** How many of the smallest unit of its kind it is. */
  size: number;
  /** As people write it, in small letters without spaces at its ends. */
  words: readonly string[];
}

const MONEY: readonly Unit[] = [
  { unit: 'đồng', size: 1, words: ['đồng', 'đ', 'vnđ', 'vnd', 'dong'] },
  { unit: 'nghìn đồng', size: 1e3, words: ['nghìn đồng', 'ngàn đồng', 'nghìn', 'ngàn', 'nghìn đ', 'k'] },
  { unit: 'triệu đồng', size: 1e6, words: ['triệu đồng', 'triệu', 'tr', 'tr đồng', 'trđ', 'tr.đ', 'trieu'] },
  { unit: 'tỷ đồng', size: 1e9, words: ['tỷ đồng', 'tỉ đồng', 'tỷ', 'tỉ', 'ty'] },
];

export const UNITS: Record<MeasureKind, readonly Unit[]> = {
  money: MONEY,
  area: [
    { unit: 'm²', size: 1, words: ['m²', 'm2', 'mét vuông', 'm 2'] },
    { unit: 'ha', size: 1e4, words: ['ha', 'héc ta', 'hecta', 'héc-ta', 'hec ta'] },
    { unit: 'km²', size: 1e6, words: ['km²', 'km2', 'ki-lô-mét vuông'] },
  ],
  length: [
    { unit: 'm', size: 1, words: ['m', 'mét'] },
    { unit: 'km', size: 1e3, words: ['km', 'ki-lô-mét', 'cây số'] },
  ],
  mass: [
    { unit: 'kg', size: 1, words: ['kg', 'cân', 'ki-lô-gam', 'ký'] },
    { unit: 'yến', size: 10, words: ['yến'] },
    { unit: 'tạ', size: 100, words: ['tạ'] },
    { unit: 'tấn', size: 1e3, words: ['tấn'] },
  ],
  days: [{ unit: 'công', size: 1, words: ['công', 'ngày công', 'ngày', 'công lao động'] }],
  count: [],
  percent: [{ unit: '%', size: 1, words: ['%', 'phần trăm'] }],
};

/** Units in which a measure of the kind may be kept; null: any word, e.g. 'hộ'. */
export const keepableUnits = (kind: MeasureKind): readonly string[] | null =>
  kind === 'count' ? null : kind === 'money' ? ['đồng'] : UNITS[kind].map(({ unit }) => unit);

/**
 * How many of the unit of the measure one of the written unit is: 'ha' for a measure in m² → 10.000; null when that
 * is not known. No word at all is the unit of the measure.
 */
export function factorOf(written: string, scale: { kind: MeasureKind; unit: string }): number | null {
  const word = written.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  if (word === '' || word === scale.unit.toLowerCase()) return 1;
  const sizeOf = (text: string) =>
    UNITS[scale.kind].find(({ unit, words }) => unit.toLowerCase() === text || words.includes(text))?.size;
  const size = sizeOf(word);
  const kept = sizeOf(scale.unit.toLowerCase());
  return size === undefined || kept === undefined ? null : size / kept;
}
