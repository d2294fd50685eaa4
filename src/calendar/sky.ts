import type { Day } from '../platform/clock.ts';
import { addDays, daysFrom } from './days.ts';

/**
 * New moons and the sun's longitude on the clock of Vietnam (UTC+7), after Jean Meeus, Astronomical Algorithms (1998),
 * chapters 25 and 49: good to seconds for the moon, to a quarter of an hour for the sun.
 */

const ZONE_DAYS = 7 / 24;
/** 01/01/2000 as the number of a day in Vietnam: noon in Greenwich is 19:00 here. */
const EPOCH_DAY: Day = '2000-01-01';
const EPOCH = 2_451_545;
const RADIANS = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RADIANS);

/** Seconds by which the even time of the formulas runs before the clock, by year. */
const CLOCK_BEHIND: readonly [year: number, seconds: number][] = [
  [1900, -3],
  [1920, 21],
  [1940, 24],
  [1960, 33],
  [1970, 40],
  [1980, 51],
  [1990, 57],
  [2000, 64],
  [2010, 66],
  [2025, 69],
  [2050, 93],
  [2100, 203],
];

function clockBehind(julian: number): number {
  const year = 2000 + (julian - EPOCH) / 365.25;
  const n = CLOCK_BEHIND.findIndex(([from]) => from > year);
  const [at, seconds] = CLOCK_BEHIND[Math.max(n - 1, 0)] ?? [2000, 64];
  const [then, later] = CLOCK_BEHIND[n] ?? [at + 1, seconds];
  return (seconds + ((later - seconds) * (year - at)) / (then - at)) / 86_400;
}

/** Days of the moon's own motion: factor, then multiples of M (sun), M' (moon), F (node). */
const TERMS: readonly [days: number, sun: number, moon: number, node: number][] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
];

/** Days that the planets add: factor, angle at the epoch, its motion by each moon. */
const PLANETS: readonly [days: number, at: number, motion: number][] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
];

/** The moment of the k-th new moon since January 2000, in days of the clock of Greenwich (Julian). */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
  let moment = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  for (const [days, m, l, f] of TERMS)
    moment += days * eccentricity ** Math.abs(m) * sin(m * sun + l * moon + f * node);
  for (const [days, at, motion] of PLANETS) moment += days * sin(at + motion * k);
  moment -= 0.00017 * sin(124.7746 - 1.56375588 * k);
  return moment - clockBehind(moment);
}

/** The day in Vietnam on which the k-th new moon since January 2000 falls. */
export const newMoonDay = (k: number): Day =>
  addDays(EPOCH_DAY, Math.floor(newMoon(k) + 0.5 + ZONE_DAYS) - EPOCH);

/** Number of a new moon within a month of a day. */
export const newMoonNear = (day: Day): number => Math.floor((daysFrom(EPOCH_DAY, day) - 5) / 29.530588861);

/** The twelfth of the zodiac, 0 from the spring equinox on, in which the sun stands when a day begins in Vietnam. */
export function sunSector(day: Day): number {
  const clock = daysFrom(EPOCH_DAY, day) - 0.5 - ZONE_DAYS;
  const t = (clock + clockBehind(EPOCH + clock)) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}
