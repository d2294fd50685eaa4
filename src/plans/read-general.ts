import { type Block, isHeading } from './read-blocks.ts';
import { ruleOf } from './read-criteria.ts';
import type { Found, FoundCriterion } from './read-found.ts';
import {
  findAll,
  findFirst,
  type Passage,
  passageOf,
  type Source,
  trimmed,
  writtenIn,
} from './read-source.ts';

/** "… gương điển hình tiên tiến là những tập thể, cá nhân, hộ gia đình có thành tích …; là …; …" */
const WHO_THEY_ARE =
  /(?:dien hinh|guong|mo hinh)[^.;]{0,60}?\s(?:phai\s+)?(?:la\s+)?(?:nhung\s+|cac\s+)?(?:tap the|ca nhan|ho gia dinh)(?:\s*,\s*(?:tap the|ca nhan|ho gia dinh)|\s+va\s+(?:tap the|ca nhan|ho gia dinh))*\s+(?<first>co\s)/d;
/** "Việc lựa chọn … cần A, B, C và D." */
const CHOOSING = /(?:viec\s+)?(?:lua chon|xet chon|binh chon)[^.;:]{0,80}?\s(?:can|phai)\s+(?<first>[a-z])/d;

/** The conditions that hold for every exemplar of the plan, whatever its field. */
export function readGeneralCriteria(
  source: Source,
  blocks: readonly Block[],
  fields: readonly Passage[],
): Found<FoundCriterion>[] {
  const free = blocks.filter(
    (block) => !fields.some((field) => block.start >= field.start && block.start < field.end),
  );
  const described = firstIn(source, free, WHO_THEY_ARE);
  const chosen = firstIn(source, free, CHOOSING);
  const ofList = described ? [] : listed(source, free);
  return [
    ...(described
      ? split(source, described, /;\s|,\s+(?=guong mau)|\s(?=gan voi viec)/g).map((passage) =>
          criterion(source, passage, true),
        )
      : ofList),
    ...(chosen
      ? split(
          source,
          chosen,
          /(?:,\s+|\sva\s)(?=(?:nham|duoc|co|tao|giai quyet|phai|la|thuc su|tieu bieu|mang)\s)/g,
        ).map((passage) => criterion(source, passage, false))
      : []),
  ].slice(0, 40);
}

/** From the first condition to the end of its sentence. */
function firstIn(source: Source, blocks: readonly Block[], pattern: RegExp): Passage | null {
  for (const block of blocks) {
    const match = findFirst(source, pattern, { start: block.from, end: block.end });
    const first = match && passageOf(match, 'first');
    if (!first) continue;
    const stop = source.plain.slice(first.start, block.end).search(/(?:[.…]{1,3})(?=\s?\p{Lu}|\s*$)/u);
    return { start: first.start, end: stop < 0 ? block.end : first.start + stop };
  }
  return null;
}

const LIST_HEAD = /(?:tieu chuan|tieu chi|dieu kien)(?: chung| lua chon)?[^.;]{0,80}:?$/;

/** A heading "Tiêu chuẩn chung" with items below it. */
function listed(source: Source, blocks: readonly Block[]): Found<FoundCriterion>[] {
  const at = blocks.findIndex(
    (block) =>
      LIST_HEAD.test(source.folded.slice(block.from, block.end).replace(/\s+/g, ' ')) &&
      (isHeading(source, block) || /:$/.test(source.plain.slice(block.from, block.end))),
  );
  if (at < 0) return [];
  const items: Found<FoundCriterion>[] = [];
  for (const block of blocks.slice(at + 1)) {
    if (block.mark !== 'dash' && block.mark !== 'letter') break;
    items.push(criterion(source, trimmed(source, { start: block.from, end: block.end }, /[\s|,;.]/), true));
  }
  return items;
}

function split(source: Source, within: Passage, pattern: RegExp): Passage[] {
  const words = source.folded.slice(within.start, within.end);
  const pieces: Passage[] = [];
  let from = within.start;
  for (const match of words.matchAll(pattern)) {
    pieces.push({ start: from, end: within.start + match.index });
    from = within.start + match.index + match[0].length;
  }
  pieces.push({ start: from, end: within.end });
  return pieces
    .map((piece) => trimmed(source, piece, /[\s|,;.…]/))
    .filter(({ start, end }) => end - start > 8);
}

function criterion(source: Source, passage: Passage, mandatory: boolean): Found<FoundCriterion> {
  const words = writtenIn(source, passage).replace(/^(?:nhằm|có thể)\s+/i, '');
  const name = (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 500);
  const rule = ruleOf(source.folded.slice(passage.start, passage.end).replace(/\s+/g, ' '));
  return {
    value: { name, ...rule, mandatory: mandatory && rule.mandatory, subjectKinds: [] },
    passage,
    sure: 'likely',
  };
}

const AREA = String.raw`(?:lao dong(?:,? san xuat)?|san xuat(?:,? kinh doanh)?|kinh doanh|hoc tap|cong tac|chien dau|phuc vu chien dau|nghien cuu(?: khoa hoc)?|giang day|bao ve an ninh to quoc)`;
const AREAS = new RegExp(
  String.raw`trong\s+(?<areas>${AREA}(?:\s*,\s*${AREA})+(?:\s+va\s+${AREA})?|${AREA}\s+va\s+${AREA})(?=\s*[;.,)]|\s+(?:la|co|tren)\s|$)`,
  'd',
);

/** The areas of merit: "trong lao động sản xuất, học tập, công tác và chiến đấu". */
export function readAreas(source: Source, within: Passage): Found<string>[] {
  const match = findFirst(source, AREAS, within);
  const place = match && passageOf(match, 'areas');
  if (!place) return [];
  return findAll(source, new RegExp(AREA, 'd'), place).flatMap((one) => {
    const passage = passageOf(one);
    if (!passage) return [];
    const words = writtenIn(source, passage);
    return [{ value: words.charAt(0).toUpperCase() + words.slice(1), passage, sure: 'likely' as const }];
  });
}
