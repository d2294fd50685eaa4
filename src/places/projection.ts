import { type Area, DEGREE_M, moved, offsetM, type Point } from './point.ts';

/** A piece of land on a sheet of `WIDTH` units; plain, for a province is small enough to be flat. */
export interface Sheet {
  height: number;
  unitsPerM: number;
  /** x to the east, y to the south. */
  place(point: Point): { x: number; y: number };
}

export const WIDTH = 720;
const MIN_HEIGHT = 320;
const MAX_HEIGHT = 760;
const MARGIN = 24;

/** The sheet that holds all of these points with a margin, and is at least so many metres wide. */
export function sheetFor(points: readonly Point[], leastM: number): Sheet {
  const [first] = points;
  if (!first) throw new Error('There is nothing to draw.');
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const wideM = Math.max(leastM, 2 * offsetM(middle, { lat: middle.lat, lon: east }).eastM);
  const highM = Math.max(leastM * 0.6, (north - south) * DEGREE_M);
  const unitsPerM = Math.min((WIDTH - 2 * MARGIN) / wideM, (MAX_HEIGHT - 2 * MARGIN) / highM);
  const height = Math.max(MIN_HEIGHT, Math.ceil(highM * unitsPerM) + 2 * MARGIN);
  return {
    height,
    unitsPerM,
    place(point) {
      const { eastM, northM } = offsetM(middle, point);
      return { x: tenth(WIDTH / 2 + eastM * unitsPerM), y: tenth(height / 2 - northM * unitsPerM) };
    },
  };
}

const tenth = (units: number): number => Math.round(units * 10) / 10;

/** The four ends of an area, so that all of its circle is on the sheet. */
export const endsOf = ({ centre, radiusM }: Area): Point[] => [
  moved(centre, radiusM, 0),
  moved(centre, -radiusM, 0),
  moved(centre, 0, radiusM),
  moved(centre, 0, -radiusM),
];

const STEPS_M = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** A round length for the bar of the scale: at most a quarter of the sheet. */
export function scaleOf({ unitsPerM }: Sheet): { metres: number; units: number } {
  const most = WIDTH / 4;
  const metres = STEPS_M.findLast((step) => step * unitsPerM <= most) ?? 100;
  return { metres, units: tenth(metres * unitsPerM) };
}
