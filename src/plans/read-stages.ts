import type { Day } from '../platform/clock.ts';
import { actionsIn } from './read-actions.ts';
import { type Block, isHeading } from './read-blocks.ts';
import type { Found, FoundStage, Sureness } from './read-found.ts';
import {
  findAll,
  findFirst,
  type Passage,
  passageOf,
  type Source,
  trimmed,
  writtenIn,
} from './read-source.ts';
import { UNIT_PLAN_PARTS } from './read-unit-parts.ts';
import { type When, whenAtStart } from './read-when.ts';

const MOST = 60;
/** Longer than this before anything is done: the words are a heading of time with items below. */
const SHORT = 90;

/** The stages of a plan: blocks that begin with a time inside the period, with what is to be done in it. */
export function readStages(
  source: Source,
  blocks: readonly Block[],
  period: { from: Day; to: Day } | null,
): Found<FoundStage>[] {
  const stages: Found<FoundStage>[] = [];
  const starts = blocks.map((block) => (block.mark === 'roman' ? null : whenOf(source, block, period)));
  for (const n of blocks.keys()) {
    const when = starts[n];
    if (!when || stages.length >= MOST) continue;
    const below = itemsBelow(source, blocks, starts, n);
    const stage = stageOf(source, blocks, n, when, below);
    if (stage) stages.push({ ...stage, sure: surenessOf(source, blocks, n, when) });
  }
  return stages;
}

function whenOf(source: Source, block: Block, period: { from: Day; to: Day } | null): When | null {
  const when = whenAtStart(source.folded.slice(block.from, block.end).replace(/\s/g, ' '));
  if (!when || (period && (when.to < period.from || when.from > period.to))) return null;
  const whole = period && when.from <= period.from && when.to >= period.to;
  if (whole && block.end - block.from < SHORT) return null;
  return when.open && period ? { ...when, from: period.from } : when;
}

/** The items of a list under a heading of time. */
function itemsBelow(
  source: Source,
  blocks: readonly Block[],
  starts: readonly (When | null)[],
  n: number,
): Block[] {
  const head = blocks[n];
  if (!head || !isShortHead(source, head)) return [];
  const items: Block[] = [];
  for (let at = n + 1; at < blocks.length && items.length < 30; at++) {
    const block = blocks[at];
    if (!block || starts[at] || block.mark === 'roman' || (block.mark !== 'none' && block.mark === head.mark))
      break;
    if (block.mark === 'number' && head.mark !== 'none') break;
    if (block.mark === 'none' && (items.length > 0 || isHeading(source, block))) break;
    items.push(block);
  }
  return items;
}

const isShortHead = (source: Source, block: Block): boolean =>
  /:$/.test(source.plain.slice(block.from, block.end)) || block.end - block.from < SHORT;

function stageOf(
  source: Source,
  blocks: readonly Block[],
  n: number,
  when: When,
  below: readonly Block[],
): Omit<Found<FoundStage>, 'sure'> | null {
  const block = blocks[n];
  if (!block) return null;
  const body = bodyOf(source, { start: block.from + when.length, end: block.end });
  const actions = [
    ...actionsIn(source, body),
    ...below.flatMap((item) => actionsIn(source, { start: item.from, end: item.end })),
  ];
  if (actions.length === 0) return null;
  const who = [
    headingWho(source, blocks, n),
    ownWho(source, { start: body.start, end: below.at(-1)?.end ?? block.end }),
  ];
  const { precision, from, to } = when;
  return {
    passage: { start: block.start, end: below.at(-1)?.end ?? block.end },
    value: {
      name: nameOf(actions),
      when: wordsOfTime(source, block.from, when),
      precision,
      fromOn: from,
      toOn: to,
      who: [...new Set(who.filter((one) => one !== null))].join('; ') || null,
      duties: actions.slice(0, 20),
    },
  };
}

/** "Bước 1 (tháng 3/2019": a bracket that the time opens and something else closes is left out. */
const wordsOfTime = (source: Source, from: number, when: When): string =>
  writtenIn(source, { start: from, end: from + when.length }).replace(/\((?=[^)]*$)/, '');

/** What stands behind the time, without the sentence about the parts of a unit's plan. */
function bodyOf(source: Source, { start, end }: Passage): Passage {
  const parts = findFirst(source, UNIT_PLAN_PARTS, { start, end });
  const stop = parts
    ? Math.max(...['.', ';'].map((mark) => source.folded.lastIndexOf(mark, parts.index)))
    : -1;
  return trimmed(source, { start, end: stop > start ? stop : end }, /[\s|,:;)-]/);
}

/** "Đối với các đơn vị thành viên …:" above, in the same part of the paper. */
function headingWho(source: Source, blocks: readonly Block[], n: number): string | null {
  for (let at = n; at >= 0; at--) {
    const block = blocks[at];
    if (!block || block.mark === 'roman') return null;
    const match = findFirst(source, /doi voi\s+(?<who>[^:;.]{3,200})(?:[:.]|$)/d, {
      start: block.from,
      end: block.end,
    });
    const place = match?.index === block.from ? passageOf(match, 'who') : null;
    if (place && at < n) return writtenIn(source, place);
  }
  return null;
}

const PERFORMERS =
  /(?<who>(?:cac (?:cap|nganh|co quan|don vi|dia phuong|so|xa|huyen|truong)|ubnd|uy ban nhan dan|so |ban |hoi |lien doan|phong )[^.;:()]{0,140}?)\s+(?:tien hanh|to chuc|xay dung|chu dong|ban hanh|lua chon|thuc hien|hoan thanh|trien khai|danh gia|so ket|tong ket|tham muu|chu tri|phat hien)\b/d;
const OF_ALL = /\scua (?<who>cac cap(?:, cac nganh)?(?:, (?:cac )?(?:co quan|don vi|dia phuong))*)/d;

function ownWho(source: Source, within: Passage): string | null {
  const said = findFirst(
    source,
    /(?:don vi|co quan) (?:thuc hien|chu tri)\s*:\s*(?<who>[^.;\n]{3,160})/d,
    within,
  );
  const first = findAll(source, PERFORMERS, within).find((match) => match.index <= within.start + 3);
  const match = said ?? first ?? findFirst(source, OF_ALL, within);
  const place = match && passageOf(match, 'who');
  return place ? writtenIn(source, trimmed(source, place, /[\s,]/)) : null;
}

const NAMES: readonly [pattern: RegExp, name: string][] = [
  [
    /xay dung (?:va ban hanh |noi dung|ke hoach|chuong trinh)|ban hanh ke hoach|lap ke hoach/,
    'xây dựng kế hoạch',
  ],
  [/quan triet|tuyen truyen|pho bien/, 'tuyên truyền'],
  [/phat hien|gioi thieu|dang ky/, 'phát hiện'],
  [/lua chon/, 'lựa chọn'],
  [/boi duong/, 'bồi dưỡng'],
  [/kiem tra/, 'kiểm tra'],
  [/so ket/, 'sơ kết'],
  [/nhan rong/, 'nhân rộng'],
  [/danh gia, tong ket|tong ket (?:cong tac|phong trao|ke hoach|viec)|tong ket,? danh gia/, 'tổng kết'],
  [/tong ket(?! nam)/, 'tổng kết'],
  [/dai hoi/, 'đại hội'],
];

/** A short name for what is done first; people give the name that they like. */
function nameOf(actions: readonly string[]): string {
  const fold = actions.join('; ').normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const names = NAMES.map(([pattern, name]) => ({ name, at: fold.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
  const name =
    [...new Set(names)].slice(0, 3).join(', ') || (actions[0] ?? '').split(/[,;:(]/)[0]?.slice(0, 80) || '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const ABOUT_TIME = /thoi gian|tien do|lo trinh|cac buoc|ke hoach thuc hien|to chuc thuc hien/;

/** Under a heading about time a block that begins with a time is a stage; elsewhere most likely. */
function surenessOf(source: Source, blocks: readonly Block[], n: number, when: When): Sureness {
  if (when.open) return 'guess';
  const heading = blocks
    .slice(0, n)
    .findLast(
      (block) =>
        block.mark !== 'dash' &&
        ABOUT_TIME.test(source.folded.slice(block.from, block.end)) &&
        isHeading(source, block),
    );
  return heading ? 'sure' : 'likely';
}
