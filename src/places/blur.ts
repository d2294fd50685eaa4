import { createHmac } from 'node:crypto';
import { type Area, moved, type Point } from './point.ts';

/** How far around it a place may be, in metres. */
export const HAMLET_M = 500;
/** Where nothing is known of the commune: a middling one of the province has 60 km². */
export const COMMUNE_M = 5_000;

/** Room for rounding, so that the point always stays inside. */
const MARGIN = 0.97;
const FIVE_DECIMALS = 100_000;

/**
 * The area that is shown in the place of a point: a circle that holds it, its centre drawn evenly over the circle
 * around the point. The draw hangs on the secret and the id alone: read again it is the same, so that nothing
 * averages out; moved a little, the point takes its circle along, so that there is no edge of a grid to feel for. The
 * circle of a commune is drawn around that of the hamlet and holds all of it, knowing nothing else of the point:
 * whoever has both knows no more than with the smaller.
 *
 * @param secret of the house, never told
 * @param id of whose place it is; the same for everything that stands at the same place
 */
export function blurred(point: Point, precision: 'hamlet' | 'commune', secret: string, id: string): Area {
  const hamlet = drawn(point, HAMLET_M, keyed(secret, `hamlet ${id}`));
  if (precision === 'hamlet') return { centre: hamlet, radiusM: HAMLET_M };
  const centre = drawn(hamlet, COMMUNE_M - HAMLET_M, keyed(secret, `commune ${id}`));
  return { centre, radiusM: COMMUNE_M };
}

/** A point of the circle around another one, every spot as likely as any other. */
function drawn(around: Point, radiusM: number, [far, turn]: readonly [number, number]): Point {
  const metres = radiusM * MARGIN * Math.sqrt(far);
  const angle = 2 * Math.PI * turn;
  const { lat, lon } = moved(around, metres * Math.cos(angle), metres * Math.sin(angle));
  return { lat: rounded(lat), lon: rounded(lon) };
}

const rounded = (degrees: number): number => Math.round(degrees * FIVE_DECIMALS) / FIVE_DECIMALS;

/** Two numbers from 0 up to 1. */
function keyed(secret: string, words: string): readonly [number, number] {
  const digest = createHmac('sha256', secret).update(words).digest();
  return [digest.readUIntBE(0, 6) / 2 ** 48, digest.readUIntBE(6, 6) / 2 ** 48];
}
