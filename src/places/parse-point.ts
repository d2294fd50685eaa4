import type { Point } from './point.ts';

export type ParsedPoint = { ok: true; point: Point } | { ok: false; sentence: string };

/** The whole of Vietnam with its islands. */
const VIETNAM = { lat: [6, 24], lon: [101, 118] } as const;

const NUMBER = String.raw`(-?\d{1,3}(?:[.,]\d{1,15})?)`;
/** Ways in which map programs write a point into an address; the pin itself before the middle of the picture. */
const IN_LINKS: readonly RegExp[] = [
  /!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)/,
  /[?&](?:q|query|ll|destination|daddr)=(?:loc:)?(-?\d{1,3}\.\d+)(?:,|%2C)\+?(-?\d{1,3}\.\d+)/i,
  /[?&]mlat=(-?\d{1,3}\.\d+)&mlon=(-?\d{1,3}\.\d+)/,
  /\/(?:place|search)\/(-?\d{1,3}\.\d+),\+?(-?\d{1,3}\.\d+)/,
  /@(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)/,
  /#map=\d{1,2}(?:\.\d+)?\/(-?\d{1,3}\.\d+)\/(-?\d{1,3}\.\d+)/,
  /^geo:(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)/i,
];
const PLAIN = new RegExp(
  String.raw`^\(?\s*${NUMBER}\s*°?\s*[NB]?\s*(?:[;,/]\s*|\s+)${NUMBER}\s*°?\s*[EĐ]?\s*\)?$`,
  'i',
);
const DEGREES = String.raw`(\d{1,3})\s*[°º]\s*(\d{1,2})\s*['’′]\s*(\d{1,2}(?:[.,]\d{1,6})?)\s*(?:["”″]|'')`;
const SEXAGESIMAL = new RegExp(String.raw`^${DEGREES}\s*[NB]?\s*[,;]?\s*${DEGREES}\s*[EĐ]?$`, 'i');

/**
 * Reads a point as people have it: '21,3012; 105,4012', '21.3012, 105.4012', 21°18'04"N 105°24'04"E, or the address of a
 * map. The two numbers may be swapped: in Vietnam they cannot be taken for each other.
 */
export function parsePoint(written: string): ParsedPoint {
  const text = written.trim();
  const pair = fromLink(text) ?? fromDegrees(text) ?? fromNumbers(text);
  if (!pair) return wrong(isLink(text) ? NO_POINT_IN_LINK : NOT_A_POINT);
  const [first, second] = pair;
  const point = inVietnam({ lat: first, lon: second }) ?? inVietnam({ lat: second, lon: first });
  return point ? { ok: true, point } : wrong(NOT_IN_VIETNAM);
}

const NOT_A_POINT =
  'Không đọc được tọa độ; hãy ghi vĩ độ rồi kinh độ như 21,3012; 105,4012, hoặc dán liên kết bản đồ có tọa độ.';
const NO_POINT_IN_LINK =
  'Liên kết này không chứa tọa độ (liên kết rút gọn chỉ máy chủ bản đồ mở được); hãy mở nó rồi chép địa chỉ đầy đủ, hoặc chép tọa độ.';
const NOT_IN_VIETNAM =
  'Điểm này không nằm trong lãnh thổ Việt Nam; hãy kiểm tra lại vĩ độ (6 đến 24) và kinh độ (101 đến 118).';

const wrong = (sentence: string): ParsedPoint => ({ ok: false, sentence });
const isLink = (text: string): boolean => /^(?:https?:\/\/|geo:|www\.)/i.test(text);

type Pair = readonly [number, number];

function fromLink(text: string): Pair | null {
  if (!isLink(text)) return null;
  for (const pattern of IN_LINKS) {
    const found = pattern.exec(text);
    if (found) return [Number(found[1]), Number(found[2])];
  }
  return null;
}

function fromDegrees(text: string): Pair | null {
  const found = SEXAGESIMAL.exec(text);
  if (!found) return null;
  const parts = found.slice(1).map(decimal);
  const [d1 = 0, m1 = 0, s1 = 0, d2 = 0, m2 = 0, s2 = 0] = parts;
  if (Math.max(m1, s1, m2, s2) >= 60) return null;
  return [d1 + m1 / 60 + s1 / 3600, d2 + m2 / 60 + s2 / 3600];
}

/** '21,3012, 105,4012' has three commas; the one with a blank behind it parts the numbers. */
function fromNumbers(text: string): Pair | null {
  const found = PLAIN.exec(text);
  return found ? [decimal(found[1] ?? ''), decimal(found[2] ?? '')] : null;
}

const decimal = (written: string): number => Number(written.replace(',', '.'));

const inVietnam = ({ lat, lon }: Point): Point | null =>
  lat >= VIETNAM.lat[0] && lat <= VIETNAM.lat[1] && lon >= VIETNAM.lon[0] && lon <= VIETNAM.lon[1]
    ? { lat, lon }
    : null;
