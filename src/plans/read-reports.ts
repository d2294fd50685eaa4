import type { Found } from './read-found.ts';
import {
  findAll,
  findFirst,
  type Passage,
  passageOf,
  type Source,
  trimmed,
  wholeOf,
  writtenIn,
} from './read-source.ts';

const BODY = String.raw`(?:ubnd|uy ban nhan dan|so|bo|ban|hoi|tinh uy|thanh uy|dang uy|thuong truc|hoi dong|chu tich|phong|lien doan|cong ty|tong cong ty|truong|vien|benh vien|cuc|chi cuc|cap uy)(?![a-z])`;
const TO = new RegExp(
  String.raw`bao cao\s+(?:ket qua\s+)?(?:ve\s+|gui\s+|len\s+|voi\s+)?(?<to>${BODY}[^,;.:()]{0,80}?)(?=\s+(?:ve|truoc|de|theo|dinh ky|ket qua|tinh hinh|qua|thong qua|vao|cho y kien|xem xet)(?![a-z])|\s*[,;.:()]|$)`,
  'd',
);
const SENT = new RegExp(
  String.raw`gui\s+(?:bao cao\s+)?(?:ket qua\s+)?(?:ve\s+)(?<to>${BODY}[^,;.:()]{0,80}?)(?=\s+(?:truoc|de|theo|qua|thong qua|cham nhat)(?![a-z])|\s*[,;.:()]|$)`,
  'd',
);
const VIA =
  /\(?\s*(?:thong\s+)?qua\s+(?<via>(?:ban|so|phong|van phong|hoi dong|co quan|vu|cuc|chi cuc|uy ban)\s[^).;:]{2,90}?)(?=\s*[).;:]|\s+(?:truoc|de|tong hop)(?![a-z])|$)/d;

/** To whom the units report and through whom: "báo cáo UBND tỉnh … (qua Ban Thi đua, khen thưởng)". */
export function readReports(source: Source): Found<{ to: string; via: string | null }> | null {
  const matches = [TO, SENT].flatMap((pattern) => findAll(source, pattern, wholeOf(source)));
  const readings = matches.map((match) => readingOf(source, match)).filter((one) => one !== null);
  return readings.find(({ value }) => value.via !== null) ?? readings[0] ?? null;
}

function readingOf(source: Source, match: RegExpExecArray): Found<{ to: string; via: string | null }> | null {
  const to = passageOf(match, 'to');
  if (!to) return null;
  const rest = sentenceFrom(source, match.index);
  const via = findFirst(source, VIA, { start: to.end, end: rest.end });
  const viaPlace = via && passageOf(via, 'via');
  return {
    value: {
      to: writtenIn(source, trimmed(source, to, /[\s,]/)),
      via: viaPlace ? writtenIn(source, trimmed(source, viaPlace, /[\s,]/)) : null,
    },
    passage: { start: match.index, end: viaPlace ? viaPlace.end : to.end },
    sure: viaPlace ? 'sure' : 'likely',
  };
}

function sentenceFrom(source: Source, at: number): Passage {
  const stop = source.plain.slice(at).search(/[.;](?=\s+\p{Lu}|\s*\n|\s*$)/u);
  return { start: at, end: stop < 0 ? source.text.length : at + stop };
}

/** "Đại hội Thi đua yêu nước của tỉnh lần thứ VI": the coming one; one that is over ("sau Đại hội …") is none. */
export function readCongress(source: Source): Found<string> | null {
  const matches = findAll(
    source,
    /dai hoi thi dua yeu nuoc(?:\s+[a-z]+){0,8}?\s+lan thu\s+(?:[ivx]+|\d{1,2})(?![a-z])/d,
    wholeOf(source),
  );
  const coming = matches.filter(
    (match) =>
      !/(?:sau|tu|ket qua)\s+$/.test(source.folded.slice(Math.max(0, match.index - 12), match.index)),
  );
  const match = coming.at(-1);
  const place = match && passageOf(match);
  return place ? { value: writtenIn(source, place), passage: place, sure: 'sure' } : null;
}

const MOVEMENT =
  /(?:phong trao(?: thi dua)?|cuoc van dong)\s+(?<name>["][^"]{5,120}["]|xay dung nong thon moi|toan dan doan ket xay dung[a-z ,]{0,60}?(?=[,;.)])|vi nguoi ngheo[^,;.)]{0,60}?(?=[,;.)]))/d;

/** Movements that the plan names: in quotation marks, or by a name that everybody knows. */
export function readMovements(source: Source): Found<string>[] {
  const found = new Map<string, Found<string>>();
  for (const match of findAll(source, MOVEMENT, wholeOf(source))) {
    const place = passageOf(match, 'name');
    if (!place) continue;
    const passage = trimmed(source, place, /[\s"]/);
    const words = writtenIn(source, passage);
    const key = source.folded.slice(passage.start, passage.end).replace(/\s+/g, ' ');
    if (!found.has(key))
      found.set(key, { value: words.charAt(0).toUpperCase() + words.slice(1), passage, sure: 'likely' });
  }
  return [...found.values()].slice(0, 20);
}
