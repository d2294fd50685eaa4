import { formatNumber } from '../ui/format.ts';
import type { Point } from './point.ts';
import type { ShownPlace } from './queries.ts';

/** '500 m', '4,5 km'; the unit stays with its number. */
export const lengthInWords = (metres: number): string =>
  metres < 1_000
    ? `${formatNumber(Math.round(metres))}\u00a0m`
    : `${formatNumber(Math.round(metres / 100) / 10)}\u00a0km`;

/** '21,30124; 105,40118': as it can be typed in again, to about a metre. */
export const pointInWords = ({ lat, lon }: Point): string =>
  [lat, lon].map((degrees) => degrees.toFixed(5).replace('.', ',')).join('; ');

/** What an area is: "Xã Tiên Kiên, trong vòng 500 m", "Xã Tiên Kiên (Xã Phùng Nguyên), trong vòng khoảng 4,5 km". */
export function areaInWords({
  precision,
  area,
  position,
  officeName,
}: Pick<ShownPlace, 'precision' | 'area' | 'position' | 'officeName'>): string {
  if (precision === 'exact') return 'Điểm chính xác';
  if (!area) return officeName;
  if (precision === 'hamlet') return `${officeName}, trong vòng ${lengthInWords(area.radiusM)}`;
  const of = position && position.how !== 'own' ? `${officeName} (${position.ofName})` : officeName;
  return `${of}, trong vòng khoảng ${lengthInWords(area.radiusM)}`;
}
