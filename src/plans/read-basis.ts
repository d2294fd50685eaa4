import type { Basis } from './queries.ts';
import type { Block } from './read-blocks.ts';
import { datesIn } from './read-dates.ts';
import type { Found } from './read-found.ts';
import { numberKey, numbersIn } from './read-numbers.ts';
import {
  findAll,
  findFirst,
  type Passage,
  passageOf,
  type Source,
  trimmed,
  writtenIn,
} from './read-source.ts';

const KINDS: Readonly<Record<string, string>> = {
  'chi thi': 'Chỉ thị',
  'nghi quyet': 'Nghị quyết',
  'nghi dinh': 'Nghị định',
  'quyet dinh': 'Quyết định',
  'thong tu': 'Thông tư',
  luat: 'Luật',
  'phap lenh': 'Pháp lệnh',
  'ke hoach': 'Kế hoạch',
  'cong van': 'Công văn',
  'van ban': 'Văn bản',
  'huong dan': 'Hướng dẫn',
  'ket luan': 'Kết luận',
  'thong bao': 'Thông báo',
  'chuong trinh': 'Chương trình',
  'quy dinh': 'Quy định',
  'de an': 'Đề án',
  'to trinh': 'Tờ trình',
};
const KIND = Object.keys(KINDS).join('|');
/** "Chỉ thị số 34/CT-TW", "Luật Thi đua, khen thưởng số 06/2022/QH15", "Nghị định 98/2023/NĐ-CP", "Luật … ngày". */
const PAPER = new RegExp(
  String.raw`(?<![a-z])(?<kind>${KIND})\s+(?:(?:so\s*:?\s*)(?=\d)|(?=\d{1,5}[/-])|(?<name>[a-z][^;.\d]{3,120}?)\s+(?:so\s*:?\s*(?=\d)|(?=ngay\s+\d)))`,
  'd',
);
const PREAMBLE = /^(?:can cu|thuc hien|thi hanh|trien khai|theo|tiep tuc thuc hien|quan triet|xet de nghi)\b/;
/** Words behind which the matter of a paper begins. */
const MATTER =
  /\s(?:ve(?: viec)?|quy dinh|ban hanh|phe duyet|huong dan|sua doi|tiep tuc|thi hanh|cong bo|tang cuong)\s/;
const NOT_BASIS =
  /(?:,\s+|\s+(?=nham))(?:nham|(?:uy ban nhan dan|ubnd|so(?! \d)|bo|ban|hoi|uy ban|tinh uy|thanh uy|dang uy|lien doan|truong|cong ty)\b[^,;]*?\s(?:ban hanh|xay dung|trien khai|lap))\s/;

const MOST = 60;

/** The papers that the plan rests on, from its first sentences; a paper that comes twice is one. */
export function readBasis(source: Source, blocks: readonly Block[]): Found<Basis>[] {
  const found = new Map<string, Found<Basis>>();
  for (const block of preamble(source, blocks)) {
    for (const [at, match] of papers(source, block)) {
      const basis = readOne(source, match, { start: match.index, end: at });
      const key =
        numberKey(basis.value.number) || numberKey(`${basis.value.kind} ${basis.value.about ?? ''}`);
      if (!found.has(key)) found.set(key, basis);
    }
  }
  return [...found.values()].slice(0, MOST);
}

/** The blocks before the first heading that begin with "Căn cứ", "Thực hiện", and the items below them. */
function preamble(source: Source, blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => PREAMBLE.test(wordsFrom(source, block)));
  if (first < 0) return [];
  const end = blocks.findIndex(
    (block, n) =>
      n > first &&
      (block.mark === 'roman' || block.mark === 'number') &&
      !PREAMBLE.test(wordsFrom(source, block)),
  );
  return blocks.slice(first, end < 0 ? first + 12 : end);
}

const wordsFrom = (source: Source, block: Block): string => source.folded.slice(block.from, block.end);

/** Each paper of a block with the place where its words end: at the next one, a semicolon, or what the plan is for. */
function papers(source: Source, block: Block): [end: number, match: RegExpExecArray][] {
  const matches = findAll(source, PAPER, { start: block.from, end: block.end });
  const kept = matches.filter((match) => !isMention(source, match, block));
  return kept.map((match, n) => {
    const next = kept[n + 1]?.index ?? block.end;
    const words = source.folded.slice(match.index, next);
    const stops = [words.search(/;|\.(?=\s|$)/), words.search(NOT_BASIS)].filter((at) => at > 0);
    return [match.index + Math.min(words.length, ...stops), match];
  });
}

/** "sửa đổi … của Nghị định số …": a paper that another one speaks of is no basis of the plan. */
const isMention = (source: Source, match: RegExpExecArray, block: Block): boolean => {
  const before = source.folded.slice(Math.max(block.from, match.index - 300), match.index);
  return (
    /(?:thi hanh|sua doi|bo sung|cua|mot so dieu|thuc hien)[^;]*$/.test(
      before.slice(before.lastIndexOf(';') + 1),
    ) &&
    /(?:chi thi|nghi quyet|nghi dinh|quyet dinh|thong tu|luat)\s[^;]*(?:ve|quy dinh|sua doi|huong dan|thi hanh)[^;]*$/.test(
      before.slice(before.lastIndexOf(';') + 1),
    )
  );
};

function readOne(source: Source, match: RegExpExecArray, whole: Passage): Found<Basis> {
  const passage = trimmed(source, whole, /[\s|,;.]/);
  const kind = KINDS[match.groups?.kind ?? ''] ?? 'Văn bản';
  const [number] = numbersIn(
    source,
    { start: match.index, end: Math.min(passage.end, match.index + match[0].length + 50) },
    false,
  );
  const behind = { start: number?.end ?? match.index + match[0].length, end: passage.end };
  const [date] = datesIn(source, behind);
  const name = match.groups?.name ? passageOf(match, 'name') : null;
  const issuer = issuerIn(source, behind);
  const value = {
    number: number?.number ?? '',
    kind,
    issuer: issuer ? writtenIn(source, issuer) : issuerOfNumber(number?.number ?? '', kind),
    datedOn: date?.day ?? null,
    about: name ? writtenIn(source, trimmed(source, name, /[\s,]/)) : aboutIn(source, behind),
  };
  return { value, passage, sure: number ? (value.issuer ? 'sure' : 'likely') : 'guess' };
}

function issuerIn(source: Source, within: Passage): Passage | null {
  const match = findFirst(
    source,
    /\scua\s+(?<issuer>[^,;]+?)(?=\s+ngay\s|\s+(?:ve|quy dinh|ban hanh|phe duyet|huong dan|sua doi|tiep tuc|thi hanh|cong bo|khoa)\s|[,;.(]|$)/d,
    within,
  );
  const place = match && passageOf(match, 'issuer');
  return place && place.end - place.start <= 120 ? trimmed(source, place, /[\s,.]/) : null;
}

function issuerOfNumber(number: string, kind: string): string {
  if (/\/QH\d+/.test(number) || kind === 'Luật') return 'Quốc hội';
  if (/NĐ-CP|NQ-CP/.test(number)) return 'Chính phủ';
  return /-TTG$/i.test(number) ? 'Thủ tướng Chính phủ' : '';
}

function aboutIn(source: Source, within: Passage): string | null {
  const match = findFirst(source, MATTER, within);
  if (!match) return null;
  const from = /^\sve\s|^\sve viec\s/.test(match[0]) ? match.index + match[0].length : match.index;
  return (
    writtenIn(source, trimmed(source, { start: from, end: within.end }, /[\s,;.]/)).slice(0, 500) || null
  );
}
