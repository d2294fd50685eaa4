import { offsetM, type Point } from './point.ts';

/** Corners of a line that closes on itself. */
export type Outline = readonly Point[];

/** Is the point within the line? By the number of times that a ray from it crosses. */
export function isInside({ lat, lon }: Point, outline: Outline): boolean {
  let inside = false;
  for (const [one, other] of edgesOf(outline)) {
    const between = one.lat > lat !== other.lat > lat;
    if (between && lon < one.lon + ((lat - one.lat) / (other.lat - one.lat)) * (other.lon - one.lon))
      inside = !inside;
  }
  return inside;
}

/** Metres from a point to the line; 0 within it. */
export function metresOutside(point: Point, outline: Outline): number {
  if (outline.length < 3 || isInside(point, outline)) return 0;
  return Math.min(...edgesOf(outline).map(([one, other]) => toEdgeM(point, one, other)));
}

function toEdgeM(point: Point, one: Point, other: Point): number {
  const a = offsetM(point, one);
  const b = offsetM(point, other);
  const [dx, dy] = [b.eastM - a.eastM, b.northM - a.northM];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : -(a.eastM * dx + a.northM * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(a.eastM + share * dx, a.northM + share * dy);
}

const edgesOf = (outline: Outline): [Point, Point][] =>
  outline.flatMap((one, index) => {
    const other = outline[(index + 1) % outline.length];
    return other ? [[one, other] as [Point, Point]] : [];
  });
